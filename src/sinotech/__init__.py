"""Who cooperates with China in science and technology, and where that is written."""

__version__ = "0.1.0"
