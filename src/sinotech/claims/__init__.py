"""Claims judged by records, or by a sentence that is in no record set."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sinotech.claims.free import Verdict


def judge_text(claim: str, evidence: str) -> "Verdict":
    """Return whether the sentence *evidence* supports *claim* or contradicts it.

    The comparators are those of `cite`; what words mean is known from the lexicon
    that ships with the tool. The verdict's ``label`` is ``supports``, ``contradicts``
    or ``neither``; its ``reasons`` say why, in words.

    >>> verdict = judge_text("More than 100 labs were built.", "119 labs were built.")
    >>> verdict.label, verdict.reasons[0]
    ('supports', 'quantity: the record says 119, which “More than 100” allows')
    """
    from sinotech.claims.free import judge_sentence

    return judge_sentence(claim, evidence)
