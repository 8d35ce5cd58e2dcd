"""When no garbage is looked for: where much is made that holds no cycles.

Python looks through what is new whenever some hundreds of objects were made, and now
and then through all there are. An answer is thousands of them, and goes as soon as
nobody holds it.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_paused() -> Iterator[None]:
    """Look for no garbage meanwhile; afterwards, as before."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
