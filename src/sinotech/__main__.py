"""``python -m sinotech``, and the console script."""

import os
import sys

INTERRUPTED = 130
PATIENCE = 100_000
"""New objects before garbage is looked for; a look-up makes fewer, and leaves none."""


def script() -> None:
    """Answer the command line of the process, and end it.

    Whenever Ctrl-C comes, it ends with 130 and without a traceback.
    """
    try:
        _leave(_code())
    except KeyboardInterrupt:
        _leave(INTERRUPTED)


def _code() -> int:
    import gc

    gc.set_threshold(PATIENCE, 20, 20)
    from sinotech.cli.front import main

    try:
        main()
    except SystemExit as ended:
        if ended.code is None or isinstance(ended.code, int):
            return ended.code or 0
        raise
    return 0


def _leave(code: int) -> None:
    """End the process at once, unless somebody waits for an orderly end.

    Taking the interpreter apart costs as much as a look-up. Coverage, profilers and
    the like do wait for it.
    """
    atexit = sys.modules.get("atexit")
    if (atexit and atexit._ncallbacks()) or sys.gettrace() or sys.getprofile():  # noqa: SLF001
        raise SystemExit(code)
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            pass  # said by who wrote to it
    os._exit(code)


if __name__ == "__main__":
    script()
