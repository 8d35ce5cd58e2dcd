"""The records as tables for other programs: CSV, SQLite, JSON Lines, Parquet."""
