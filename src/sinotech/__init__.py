"""Who cooperates with China in science and technology, and where that is written."""

__version__ = "0.1.0"

_HOMES = {
    "Notice": "api",
    "Reference": "api",
    "open": "api",
    "AmbiguousError": "errors",
    "DraftError": "errors",
    "HandleError": "errors",
    "NotFoundError": "errors",
    "RecordError": "errors",
    "SinotechError": "errors",
    "StoreError": "errors",
    "UsageError": "errors",
}
"""Where each name of the API lives; __init__.pyi tells type checkers the same."""


def __getattr__(name: str) -> object:
    """Fetch a name of the API when it is first used, so that importing is cheap."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    home = __import__(f"{__name__}.{_HOMES[name]}", fromlist=[name])
    found: object = getattr(home, name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """Name what there is, fetched or not."""
    return sorted({*globals(), *_HOMES})
