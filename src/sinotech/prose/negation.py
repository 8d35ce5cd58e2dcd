"""Words by which a sentence denies: verbs, particles, and phrases at either end."""

from sinotech.prose.function_words import phrases

DENIALS = frozenset(
    """refuse refused refuses refusing decline declined declines reject rejected rejects
    exclude excludes excluded omit omits omitted withhold withholds withheld
    fail failed fails lack lacks lacked deny denied denies""".split()
)
"""Verbs that turn a clause round."""

NEGATIONS = DENIALS | frozenset(
    """not no never none neither nor without cannot nobody nothing nowhere hardly
    yet-to""".split()
)
"""Words that turn a clause round."""

NOT_ONLY = frozenset("only just merely mere solely simply".split())
"""Words after *not* that say that something is so, and more: ``not only``."""

_NO_SMALL = NOT_ONLY | frozenset(
    "doubt less other time matter small mean wonder surprise secret accident".split()
)
"""Words after *no* that say that something is so."""


def turns_nothing(denial: str, following: str) -> bool:
    """Whether *denial* before *following* denies nothing: ``not only``, ``no small``.

    >>> turns_nothing("not", "only"), turns_nothing("no", "mean")
    (True, True)
    >>> turns_nothing("not", "mean")
    False
    """
    return following in (_NO_SMALL if denial == "no" else NOT_ONLY)


DENYING = frozenset(
    """than beyond rather instead more less against prevent prevents avoid avoids end
    ends reject rejects from past above outgrown surpass surpasses exceed exceeds
    overcome despite notwithstanding free gone""".split()
)
"""Words after which what is no good is denied, or to be denied: ``more than mere``."""

FALSITIES = phrases(
    """it is false that; it is not true that; it is untrue that; it is wrong that;
    it is a myth that; it is a lie that; it is incorrect that; it is not the case that;
    it is not correct that; it is fiction that; it is a fabrication that;
    it is simply false that; it is simply not true that; it s false that;
    it s not true that; it s a myth that; false that; contrary to claims;
    there is no truth in the claim that;
    nothing could be further from the truth than that"""
)
"""Beginnings that deny the whole sentence after them."""

FALSE_ENDS = phrases(
    """is a myth; is false; is untrue; is not true; is a lie; is fiction; is incorrect;
    is wrong; is a fabrication; is fake news; are false; is a legend; is a hoax"""
)
"""Ends that deny the whole sentence before them: ``That … is a myth.``"""

UNMET = phrases(
    "has yet to; have yet to; had yet to; is yet to; are yet to; fails to; failed to"
)
"""Phrases by which something is said not to have been done."""
