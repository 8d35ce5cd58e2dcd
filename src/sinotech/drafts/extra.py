"""The packages of the extra ``check``, which may not be installed."""


def is_absent(error: ImportError) -> bool:
    """Whether a package is not installed, or too old, rather than broken.

    A broken one, or one for which there is no memory, is not to be done without.
    """
    return isinstance(error, ModuleNotFoundError) or "cannot import name" in str(error)
