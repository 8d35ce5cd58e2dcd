"""A text in another language, read as far as its numbers and dates."""

from sinotech.prose.languages.language import open_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.prose.quantity import Quantity
    from sinotech.prose.time import Time
    from sinotech.prose.tokens import Token


def read_foreign_times(
    text: str,
    tokens: "Sequence[Token]",
    language: str,
    taken: set[int],
    as_of: str | None = None,
) -> "list[Time]":
    """Return the dates that *text* states, as ``times.read_times`` does for English.

    >>> from sinotech.prose.languages.language import tokens_of
    >>> def read(text, to, as_of=None):
    ...     return read_foreign_times(text, tokens_of(text), to, set(), as_of)
    >>> read("2025年6月10日至12日", "zh"), read("截至2023年底", "zh")
    ([<in 2025-06-10/2025-06-12>], [<by 2023-10-01/2023-12-31>])
    >>> read("A finales de 2023 y en octubre de 2024", "es")
    [<by 2023-10-01/2023-12-31>, <in 2024-10-01/2024-10-31>]
    >>> read("até o final de 2023", "pt"), read("depuis le 1er juin 2020", "fr")
    ([<until 2023-10-01/2023-12-31>], [<since 2020-06-01/2020-06-01>])
    >>> read("el año pasado", "es"), read("l'an dernier", "fr", "2025-06-19")
    ([<in />], [<in 2024-01-01/2024-12-31>])
    """
    if language == "zh":
        from sinotech.prose.languages.calendar import ChineseDater

        return ChineseDater(text, tokens, open_language("zh"), as_of).read(taken)
    from sinotech.prose.languages.dating import Dater

    return Dater(text, tokens, open_language(language), as_of).read(taken)


def read_foreign_quantities(
    text: str, tokens: "Sequence[Token]", language: str, taken: set[int]
) -> "list[Quantity]":
    """Return the numbers that *text* states, as ``read_quantities`` does for English.

    >>> from sinotech.prose.languages.language import tokens_of
    >>> def read(text, to):
    ...     return read_foreign_quantities(text, tokens_of(text), to, set())
    >>> read("1.6万余名，一百四十多个国家，150多亿元，第二届", "zh")
    [<more_than (16,000, ∞) count>, <more_than (140, ∞) count>, \
<more_than (15,000,000,000, ∞) CNY>, <bare 2 ordinal>]
    >>> read("más de 2.500 empresas; se duplicó; entre un 30 y un 60 por ciento", "es")
    [<more_than (2,500, ∞) count>, <bare 2 times>, <range [30, 60] percent>]
    >>> read("mil e duzentos projetos, 1,2 mil toneladas, cerca de 5,3 %", "pt")
    [<bare 1,200 count>, <bare 1,200 t>, <about [4.77, 5.83] percent>]
    >>> read("près d'un quart, quatre-vingt-dix-neuf, deux cents, 1,5 milliard", "fr")
    [<nearly [22.5, 25) percent>, <bare 99 count>, <bare 200 count>, \
<bare 1,500,000,000 count>]
    """
    if language == "zh":
        from sinotech.prose.languages.chinese import ChineseCounter

        return ChineseCounter(text, tokens, open_language("zh"), taken).read()
    from sinotech.prose.languages.counting import Counter

    return Counter(text, tokens, open_language(language), taken).read()
