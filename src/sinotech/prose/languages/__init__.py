"""Languages other than English that claims are read in, and how each is told.

Only this module is imported for a claim in English; the word lists of a language, a
module each, are imported when a claim is in it.
"""

from sinotech.naming import is_han

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = {"zh": "Chinese", "es": "Spanish", "pt": "Portuguese", "fr": "French"}

_ENGLISH = frozenset(
    """the of and to in is are was were has have had been with by from for at on this
    that its their than more not which who an as it over said between about under will
    would into two three four five six seven eight nine ten signed opened launched
    established held agreements countries laboratories labs projects centers""".split()
)
_TELLING = {
    "es": frozenset(
        """el la los las lo del al y en con por para que su sus un una unos unas más
        mas de se fue fueron ha han como sobre entre cuenta hasta desde
        según es son hay tiene tienen cada millones ciento menos tres cuatro
        cinco seis siete ocho nueve diez países acuerdos centros
        laboratorios conjuntos ciencia tecnología cooperación proyectos
        empresas científicos científica tecnológica investigación""".split()
    ),
    "pt": frozenset(
        """o os e da das dos do na nas nos em com por pelo pela para que um uma uns
        umas mais de se foi foram tem têm como sobre entre até desde segundo
        é são há ao aos à às num numa milhões cento menos não seu sua cerca
        três quatro cinco seis sete oito nove dez países acordos centros
        laboratórios conjuntos ciência tecnologia cooperação projetos
        empresas cientistas científica tecnológica pesquisa""".split()
    ),
    "fr": frozenset(
        """le la les l des du de d et en avec par pour que qui sa ses leur un une est
        sont ont été dans sur au aux plus près entre dont depuis fin selon
        ce cette il elle cent moins ne pas environ deux trois quatre cinq
        sept huit neuf dix pays accords centres laboratoires conjoints
        technologies coopération projets entreprises chinois
        chinoise chinoises chine scientifique technologique recherche""".split()
    ),
}
"""Words without which hardly a sentence on this subject is written in the language."""


class _Letters(dict[int, int]):
    """Turns what is no letter into a space, and what is Chinese into one sign."""

    def __missing__(self, code: int) -> int:
        """Tell a character that is met for the first time, and remember it."""
        char = chr(code)
        kept = code if char.isalnum() and not char.isdecimal() else ord(" ")
        return self.setdefault(code, ord(_CHINESE) if is_han(char) else kept)


_CHINESE = "%"
_LETTERS = _Letters()
_FEWEST = 2
"""Telling words that a claim must hold to be taken for another language."""

_MARGIN = 2
"""How many times as many they must be as the words of English in it."""


def detect(text: str) -> str:
    """Return the language of *text*: ``zh``, ``es``, ``pt``, ``fr``; empty for English.

    What is not clearly another language is English. Words inside names (*Universidade
    Federal do Rio de Janeiro*) do not tell.

    >>> detect("中国已签署119个政府间科技合作协定"), detect("The 一带一路 initiative")
    ('zh', '')
    >>> detect("China firmó acuerdos con más de 80 países de la Franja y la Ruta")
    'es'
    >>> detect("The Universidade Federal do Rio de Janeiro and Petrobras"), detect("")
    ('', '')
    """
    spaced = text.translate(_LETTERS)
    words = spaced.replace(_CHINESE, " ").split()
    if spaced.count(_CHINESE) > 2 * len(words):
        return "zh"
    telling = [word.lower() for word in _outside_names(words)]
    english = sum(word in _ENGLISH for word in telling)
    found = {
        language: sum(word in own for word in telling)
        for language, own in _TELLING.items()
    }
    most = max(found.values())
    if most < max(_FEWEST, _MARGIN * english + 1):
        return ""
    likely = [language for language in found if found[language] == most]
    return likely[0] if len(likely) == 1 else _most_read(likely, text)


def _most_read(languages: list[str], text: str) -> str:
    """Return which of *languages* has a word for most of *text*."""
    from sinotech.prose.languages.language import open_language, tokens_of

    tokens = tokens_of(text)
    return max(languages, key=lambda one: len(open_language(one).known(tokens)))


def _outside_names(words: list[str]) -> "Iterator[str]":
    """Yield the words in small letters that do not stand between two capitals."""
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and words[end].islower() and len(words[end]) <= 3:  # noqa: PLR2004
            end += 1
        inside = 0 < at < end < len(words) and words[at - 1][0].isupper()
        if not (inside and words[end][0].isupper()):
            yield from words[at:end]
        if end < len(words):
            yield words[end]
        at = end + 1


_ENDS = r"""(?x)[。！？；\n]+
      | (?<=[a-zß-ÿ][.!?;])\s+(?=["“«¿¡A-ZÀ-Ý0-9])
      | (?<=\d[.!?;])\s+(?=[A-ZÀ-Ý])"""


def split_sentences(text: str) -> list[str]:
    """Return the sentences of *text*, in whatever language.

    >>> split_sentences("中国签署119个协定。北斗出口到140个国家。")
    ['中国签署119个协定', '北斗出口到140个国家']
    >>> split_sentences("EE. UU. firmó 2.500 acuerdos. El foro fue en 2023.")
    ['EE. UU. firmó 2.500 acuerdos.', 'El foro fue en 2023.']
    """
    import re  # only here: a claim in English does without

    return [part.strip() for part in re.split(_ENDS, text) if part.strip()]
