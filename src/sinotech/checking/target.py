"""Whether a file can be written where an option says: asked before the work is done."""

from pathlib import Path

from sinotech.errors import UsageError, shown


def check_target(option: str, target: str) -> None:
    """Raise UsageError if *target* is ``-``, a folder, or in none that exists.

    No folder is made: most such names are slips.
    """
    if target == "-":
        raise UsageError(f"{option} writes a file, not standard output", "name one")
    try:
        path = Path(target)
        is_folder, folder = path.is_dir(), path.parent
        exists = folder.is_dir()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"{option}: {shown(target)} cannot be written ({reason})"
        raise UsageError(message, "give another name") from None
    if is_folder:
        raise UsageError(f"{option}: {shown(target)} is a folder", "name a file")
    if not exists:
        message = f"{option}: there is no folder {shown(str(folder))}"
        raise UsageError(message, "make it first, or name another")
