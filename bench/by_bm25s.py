"""bm25s on the texts of records; run by an interpreter that has it.

    python bench/by_bm25s.py texts.jsonl claims.json 10

Prints, as JSON, the seconds to index, the milliseconds of each claim, and the numbers
of the records it finds.
"""

import json
import sys
import time
from importlib import import_module
from pathlib import Path

COLUMNS = ("title", "body", "names", "wordings")


def main(texts: str, claims: str, first: int) -> None:
    """Index, ask, and print what came of it."""
    bm25s = import_module("bm25s")  # no dependency of ours, so that types are unknown
    begin = time.perf_counter()
    rows = [json.loads(line) for line in Path(texts).read_text("utf-8").splitlines()]
    retriever = bm25s.BM25()
    whole = [" ".join(row[column] for column in COLUMNS) for row in rows]
    tokens = bm25s.tokenize(whole, show_progress=False)
    retriever.index(tokens, show_progress=False)
    seconds = time.perf_counter() - begin
    times, found = [], []
    for words in json.loads(Path(claims).read_text("utf-8")):
        begin = time.perf_counter()
        asked = bm25s.tokenize(" ".join(words), show_progress=False)
        places, _ = retriever.retrieve(asked, k=first, show_progress=False)
        times.append((time.perf_counter() - begin) * 1e3)
        found.append([rows[place]["number"] for place in places[0]])
    print(json.dumps({"seconds": seconds, "times": times, "found": found}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
