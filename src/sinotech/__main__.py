"""``python -m sinotech``, and the console script."""

# signal itself imports enum, which costs a third of a look-up
import _signal  # type: ignore[import-not-found]
import os
import sys

INTERRUPTED = 130
FAULT = 4
UNMAPPED = "failed to map segment"
"""What the GNU C library says where there is no memory for what is imported."""

PATIENCE = 100_000
"""New objects before garbage is looked for; a look-up makes fewer, and leaves none."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sys import UnraisableHookArgs


def script() -> None:
    """Answer the command line of the process, and end it.

    Whenever Ctrl-C comes, nothing is said, and the process ends by that signal: a shell
    calls that 130, and ends its loops.
    """
    try:
        try:
            _change(_signal.SIG_DFL, _signal.default_int_handler)
            sys.unraisablehook = _unraisable
            code = _code()
        finally:
            _change(_signal.default_int_handler, _signal.SIG_DFL)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:
        from sinotech.errors import is_interrupt

        if not is_interrupt(error):
            raise
        code = INTERRUPTED
    if code == INTERRUPTED:
        _end_by_interrupt()
    _leave(code)


def _change(before: object, after: object) -> None:
    """Let *after* take Ctrl-C if *before* does: where it is ignored, it stays so."""
    if _signal.getsignal(_signal.SIGINT) is before:
        _signal.signal(_signal.SIGINT, after)


def _unraisable(told: "UnraisableHookArgs") -> None:
    """Heed a Ctrl-C that came where Python can raise nothing: it would be lost."""
    if told.exc_type is KeyboardInterrupt:
        _end_by_interrupt()
    sys.__unraisablehook__(told)


def _end_by_interrupt() -> None:
    """End as Ctrl-C ends a process, when what others wait for is done."""
    _change(_signal.default_int_handler, _signal.SIG_DFL)
    if sys.gettrace() or sys.getprofile() or os.name != "posix":
        _leave(INTERRUPTED)
    if atexit := sys.modules.get("atexit"):
        atexit._run_exitfuncs()  # noqa: SLF001
    _flush()
    os.kill(os.getpid(), _signal.SIGINT)


def _code() -> int:
    import gc

    gc.set_threshold(PATIENCE, 20, 20)
    try:
        from sinotech.cli.front import main

        main()
    except (MemoryError, ImportError, OSError) as error:
        if not (told := _lacking(error)):
            raise
        sys.stderr.write(f"error: {told}\n")
        return FAULT
    except SystemExit as ended:
        if ended.code is None or isinstance(ended.code, int):
            return ended.code or 0
        raise
    return 0


def _lacking(error: Exception) -> str:
    """Return what the system lacks where *error* is raised; empty if it is another."""
    if isinstance(error, OSError):
        import errno  # it is no file, so it can be imported

        told = "the system opens no more files; see what it allows: ulimit -n"
        return told if error.errno in {errno.ENFILE, errno.EMFILE} else ""
    if isinstance(error, ImportError) and UNMAPPED not in str(error):
        return ""
    return "there is not enough memory; ask for less at once"


def _leave(code: int) -> None:
    """End the process at once, unless somebody waits for an orderly end.

    Taking the interpreter apart costs as much as a look-up. Coverage, profilers and
    the like do wait for it.
    """
    atexit = sys.modules.get("atexit")
    if (atexit and atexit._ncallbacks()) or sys.gettrace() or sys.getprofile():  # noqa: SLF001
        raise SystemExit(code)
    _flush()
    os._exit(code)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            pass  # said by who wrote to it


if __name__ == "__main__" or os.path.basename(sys.argv[0]) == "sinotech":  # noqa: PTH119
    _change(_signal.default_int_handler, _signal.SIG_DFL)  # until script() is called
if __name__ == "__main__":
    script()
