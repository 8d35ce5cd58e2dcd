"""Numbers and dates in Chinese, Spanish, Portuguese and French, written and read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinotech.prose.languages.language import open_language, tokens_of
from sinotech.prose.languages.reading import read_foreign_quantities, read_foreign_times
from sinotech.prose.quantity import Quantity

ONES = {
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce"
    " quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós"
    " veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho"
    " veintinueve",
    "pt": "um dois três quatro cinco seis sete oito nove dez onze doze treze catorze"
    " quinze dezesseis dezessete dezoito dezenove",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze"
    " quinze seize dix-sept dix-huit dix-neuf",
}
TENS = {
    "es": "diez veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "pt": "dez vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "fr": "dix vingt trente quarante cinquante soixante",
}
HUNDREDS = {
    "es": "ciento doscientos trescientos cuatrocientos quinientos seiscientos"
    " setecientos ochocientos novecientos",
    "pt": "cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos"
    " oitocentos novecentos",
}
NUMERALS = "零一二三四五六七八九"


def read(text: str, language: str) -> list[Quantity]:
    """Return the numbers of *text*."""
    return read_foreign_quantities(text, tokens_of(text), language, set())


def below_hundred(n: int, language: str) -> str:
    """Return *n* in words."""
    ones, tens = ONES[language].split(), TENS[language].split()
    if n <= len(ones):
        return ones[n - 1]
    if language == "fr":
        if n >= 80:
            return "quatre-vingts" if n == 80 else f"quatre-vingt-{ones[n - 81]}"
        ten = min(n // 10, 6)
        rest = n - 10 * ten
        joint = " et " if rest in {1, 11} else "-"
        return tens[ten - 1] + (joint + ones[rest - 1] if rest else "")
    ten, rest = divmod(n, 10)
    joint = {"es": " y ", "pt": " e "}[language]
    return tens[ten - 1] + (joint + ones[rest - 1] if rest else "")


def below_thousand(n: int, language: str) -> str:
    """Return *n* in words."""
    hundred, rest = divmod(n, 100)
    if not hundred:
        return below_hundred(n, language)
    if n == 100:
        return {"es": "cien", "pt": "cem", "fr": "cent"}[language]
    tail = below_hundred(rest, language) if rest else ""
    if language == "fr":
        head = "cent" if hundred == 1 else f"{ONES['fr'].split()[hundred - 1]} cent"
        return f"{head} {tail}".strip() if rest else f"{head}s"
    head = HUNDREDS[language].split()[hundred - 1]
    joint = " e " if language == "pt" else " "
    return f"{head}{joint}{tail}" if rest else head


MILLIONS = {
    "es": ("un millón", "millones"),
    "pt": ("um milhão", "milhões"),
    "fr": ("un million", "millions"),
}


def in_words(n: int, language: str) -> str:
    """Return *n*, below a thousand million, in words."""
    million, rest = divmod(n, 10**6)
    if million:
        one, more = MILLIONS[language]
        head = one if million == 1 else f"{below_thousand(million, language)} {more}"
        return f"{head} {in_words(rest, language)}" if rest else head
    thousand, rest = divmod(n, 1000)
    if not thousand:
        return below_thousand(n, language)
    mil = {"es": "mil", "pt": "mil", "fr": "mille"}[language]
    head = mil if thousand == 1 else f"{below_thousand(thousand, language)} {mil}"
    return f"{head} {below_thousand(rest, language)}" if rest else head


def in_chinese(n: int) -> str:
    """Return *n*, below a hundred million, in Chinese numerals."""
    if n >= 10_000:
        high, low = divmod(n, 10_000)
        zero = "零" if low and low < 1000 else ""
        return in_chinese(high) + "万" + zero + (in_chinese(low) if low else "")
    row, open_zero = "", False
    for scale, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = n // scale % 10
        if digit:
            row += ("零" if open_zero and row else "") + NUMERALS[digit] + sign
            open_zero = False
        else:
            open_zero = True
    return row


@given(st.integers(2, 99_999_999))
def test_chinese_numerals_come_back(n: int) -> None:
    """A number in Chinese numerals with a classifier is read as that number."""
    (found,) = read(f"{in_chinese(n)}个", "zh")
    assert (found.low, found.unit) == (n, "count")


@given(st.integers(2, 10**9 - 1), st.sampled_from(("es", "pt", "fr")))
def test_number_words_come_back(n: int, language: str) -> None:
    """A number below a thousand million in words is read as that number."""
    (found,) = read(in_words(n, language), language)
    assert (found.low, found.high) == (n, n)


@given(st.integers(2, 10**12), st.sampled_from(("es", "pt", "fr")))
def test_digits_in_groups_come_back(n: int, language: str) -> None:
    """Digits in groups of three are one number, whatever parts the groups."""
    mark = "\u202f" if language == "fr" else "."
    (found,) = read(f"{n:,}".replace(",", mark), language)
    assert found.low == n


@given(st.integers(1, 999), st.integers(1, 9), st.sampled_from(("es", "pt", "fr")))
def test_a_comma_is_decimal(whole: int, part: int, language: str) -> None:
    """``3,5 %`` is three and a half percent."""
    (found,) = read(f"{whole},{part} %", language)
    assert (found.low, found.unit) == (float(f"{whole}.{part}"), "percent")


@given(st.dates(), st.sampled_from(("zh", "es", "pt", "fr")))
def test_a_day_comes_back(day: object, language: str) -> None:
    """A day as each language writes it is read as that day."""
    year, month, number = (int(part) for part in str(day).split("-"))
    if not 1900 <= year <= 2099:
        return
    names = {
        value: key for key, value in reversed(open_language(language).months.items())
    }
    joint = " " if language == "fr" else " de "
    text = (
        f"{year}年{month}月{number}日"
        if language == "zh"
        else f"{number}{joint}{names[month]}{joint}{year}"
    )
    (found,) = read_foreign_times(text, tokens_of(text), language, set())
    assert (found.earliest, found.latest) == (str(day), str(day))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("约一百四十个", "zh", "<about [126, 154] count>"),
        ("不到50家", "zh", "<fewer_than [0, 50) count>"),
        ("近50个", "zh", "<nearly [45, 50) count>"),
        ("超过3.5%", "zh", "<more_than (3.5, ∞) percent>"),
        ("四成以上", "zh", "<at_least [40, ∞) percent>"),
        ("翻一番", "zh", "<bare 2 times>"),
        ("30%至60%", "zh", "<range [30, 60] percent>"),
        ("每公顷30吨", "zh", "<bare 30 t/ha>"),
        ("6公顷", "zh", "<bare 60,000 m2>"),
        ("más del 3 %", "es", "<more_than (3, ∞) percent>"),
        ("no menos de cincuenta", "es", "<at_least [50, ∞) count>"),
        ("dos mil quinientos millones de dólares", "es", "<bare 2,500,000,000 USD>"),
        ("2.000 millones", "es", "<bare 2,000,000,000 count>"),
        ("la mitad", "es", "<bare 50 percent>"),
        ("docenas de países", "es", "<range [24, 99] count>"),
        ("1,5 bilhão de reais", "pt", "<bare 1,500,000,000 BRL>"),
        ("quase duzentos", "pt", "<nearly [180, 200) count>"),
        ("a 21.ª edição", "pt", "<bare 21 ordinal>"),
        ("a doublé", "fr", "<bare 2 times>"),
        ("jusqu'à deux mille", "fr", "<up_to [0, 2,000] count>"),
        ("la 3e conférence", "fr", "<bare 3 ordinal>"),
        ("soixante-dix-sept", "fr", "<bare 77 count>"),
        ("un millón y medio de personas", "es", "<bare 1,500,000 count>"),
        ("medio millón", "es", "<bare 500,000 count>"),
        ("media docena de acuerdos", "es", "<bare 6 count>"),
        ("dos docenas", "es", "<bare 24 count>"),
        ("un centenar", "es", "<about [90, 110] count>"),
        ("dos coma cinco millones", "es", "<bare 2,500,000 count>"),
        ("2 millones 300 mil", "es", "<bare 2,300,000 count>"),
        ("cientos de miles", "es", "<range [200,000, 999,900] count>"),
        ("el vigésimo tercer foro", "es", "<bare 23 ordinal>"),
        ("16 000 personas", "es", "<bare 16,000 count>"),
        ("1.234.567,5 toneladas", "es", "<bare 1.23457e+06 t>"),
        ("10-15 laboratorios", "es", "<range [10, 15] count>"),
        ("2,500 empresas", "es", "<bare [2.5, 2,500] count>"),
        ("dois milhões e meio", "pt", "<bare 2,500,000 count>"),
        ("meia dúzia", "pt", "<bare 6 count>"),
        ("dezenas de milhares", "pt", "<range [20,000, 99,900] count>"),
        ("un demi-million", "fr", "<bare 500,000 count>"),
        ("une douzaine", "fr", "<bare 12 count>"),
        ("une centaine d'accords", "fr", "<about [90, 110] count>"),
        ("2,500 %", "fr", "<bare 2.5 percent>"),
        ("零点一一九千个", "zh", "<bare 119 count>"),
        ("一万二个", "zh", "<bare 12,000 count>"),
        ("1万6千名", "zh", "<bare 16,000 count>"),
        ("3.6万亿元", "zh", "<bare 3,600,000,000,000 CNY>"),
        ("百分之三点五", "zh", "<bare 3.5 percent>"),
        ("数百万人", "zh", "<range [2,000,000, 9,990,000] count>"),
        ("16.000名", "zh", "<bare [16, 16,000] count>"),
    ],
)
def test_a_number_is_read(text: str, language: str, expected: str) -> None:
    """Hedges, units, ordinals, shares and multiples are read."""
    assert [repr(one) for one in read(text, language)] == [expected]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("统一的标准", "zh"),
        ("进一步合作", "zh"),
        ("un centro", "es"),
        ("uma plataforma", "pt"),
        ("les premières entreprises", "fr"),
    ],
)
def test_what_is_no_number_is_none(text: str, language: str) -> None:
    """An article, or a numeral inside a word, is no number."""
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("自2013年以来", "zh", "<since 2013-01-01/2013-12-31>"),
        ("2015年至2020年", "zh", "<in 2015-01-01/2020-12-31>"),
        ("二〇二四年上半年", "zh", "<in 2024-01-01/2024-06-30>"),
        ("del 22 al 24 de octubre de 2024", "es", "<in 2024-10-22/2024-10-24>"),
        ("entre 2015 y 2020", "es", "<in 2015-01-01/2020-12-31>"),
        ("até dezembro de 2023", "pt", "<until 2023-12-01/2023-12-31>"),
        ("em meados de 2024", "pt", "<in 2024-05-01/2024-08-31>"),
        ("2024-09-28", "zh", "<in 2024-09-28/2024-09-28>"),
        ("截至2024/9/28", "zh", "<by 2024-09-28/2024-09-28>"),
        ("05/06/2024之前", "zh", "<before 2024-05-06/2024-06-05>"),
        ("el 28/09/2024", "es", "<in 2024-09-28/2024-09-28>"),
        ("05/06/2024", "es", "<in 2024-06-05/2024-06-05>"),
        ("28.9.2024", "pt", "<in 2024-09-28/2024-09-28>"),
        ("depuis le 28-09-2024", "fr", "<since 2024-09-28/2024-09-28>"),
        ("fin 2023", "fr", "<in 2023-10-01/2023-12-31>"),
        ("du 10 au 12 juin 2025", "fr", "<in 2025-06-10/2025-06-12>"),
        ("13月40日", "zh", ""),
        ("31 de febrero de 2024", "es", "<in 2024-02-01/2024-02-29>"),
    ],
)
def test_a_date_is_read(text: str, language: str, expected: str) -> None:
    """Days, months, parts of years, periods and relations are read."""
    found = read_foreign_times(text, tokens_of(text), language, set())
    assert ", ".join(map(repr, found)) == expected


@given(st.text(max_size=60), st.sampled_from(("zh", "es", "pt", "fr")))
def test_any_text_can_be_read(text: str, language: str) -> None:
    """No text is refused."""
    tokens = tokens_of(text)
    times = read_foreign_times(text, tokens, language, set())
    dated = {at for time in times for at in range(time.first, time.last + 1)}
    read_foreign_quantities(text, tokens, language, dated)
