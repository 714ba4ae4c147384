"""Dates in EDTF as precise as the text is: no day, month or year that it does not give."""

import pytest
from one_text import claims, dates

from analysis.reading.dates import interval

# language, text, then each date in it: its words, EDTF (None: relative, words only).
DATES = [
    # days
    ("fr", "Le 12 mai 2024, ils sont partis.", [("12 mai 2024", "2024-05-12")]),
    ("fr", "Le 1er mai 2024, ils sont partis.", [("1er mai 2024", "2024-05-01")]),
    ("fr", "Ils sont partis le 2024-05-12.", [("2024-05-12", "2024-05-12")]),
    ("fr", "Ils sont partis le 31/12/2023.", [("31/12/2023", "2023-12-31")]),
    ("fr", "Ils sont partis le 05.06.2023.", [("05.06.2023", "2023-06-05")]),
    ("en", "They left on 12 May 2024.", [("12 May 2024", "2024-05-12")]),
    ("en", "They left on May 12, 2024.", [("May 12, 2024", "2024-05-12")]),
    ("en", "They left on the 3rd of March 2022.", [("3rd of March 2022", "2022-03-03")]),
    ("en", "They left on 12/31/2023.", [("12/31/2023", "2023-12-31")]),
    ("de", "Am 8. Oktober 2023 zogen sie ab.", [("8. Oktober 2023", "2023-10-08")]),
    ("de", "Am 05.06.2023 zogen sie ab.", [("05.06.2023", "2023-06-05")]),
    # months, seasons, years
    ("fr", "Ils sont partis en octobre 2024.", [("octobre 2024", "2024-10")]),
    ("fr", "Ils sont partis au printemps 2023.", [("printemps 2023", "2023-21")]),
    ("fr", "Ils sont partis à l’été 2023.", [("été 2023", "2023-22")]),
    ("fr", "Ils sont partis à l’automne de 2023.", [("automne de 2023", "2023-23")]),
    ("fr", "Ils sont partis à l’hiver 2023.", [("hiver 2023", "2023-24")]),
    ("fr", "Ils sont partis en 2019.", [("2019", "2019")]),
    ("en", "They left in October 2024.", [("October 2024", "2024-10")]),
    ("en", "They left in the autumn of 2024.", [("autumn of 2024", "2024-23")]),
    ("en", "They left in spring 2023.", [("spring 2023", "2023-21")]),
    ("en", "They left in 2019.", [("2019", "2019")]),
    ("de", "Im Oktober 2024 zogen sie ab.", [("Oktober 2024", "2024-10")]),
    ("de", "Im Herbst 2024 zogen sie ab.", [("Herbst 2024", "2024-23")]),
    ("de", "Im Jahr 2019 zogen sie ab.", [("2019", "2019")]),
    # open intervals
    ("fr", "Ils se battent depuis 2022.", [("depuis 2022", "2022/..")]),
    ("fr", "Ils se battent depuis mars 2022.", [("depuis mars 2022", "2022-03/..")]),
    ("fr", "Ils se battront jusqu’en 2027.", [("jusqu’en 2027", "../2027")]),
    ("en", "They have fought since 2022.", [("since 2022", "2022/..")]),
    ("en", "They have fought since March 2022.", [("since March 2022", "2022-03/..")]),
    ("en", "They will fight until 2027.", [("until 2027", "../2027")]),
    ("de", "Sie kämpfen seit 2022.", [("seit 2022", "2022/..")]),
    ("de", "Sie kämpfen seit März 2022.", [("seit März 2022", "2022-03/..")]),
    ("de", "Sie kämpfen bis 2027.", [("bis 2027", "../2027")]),
    # alternatives and closed intervals
    ("fr", "Cela aura lieu en mai ou juin 2025.", [("mai ou juin 2025", "[2025-05,2025-06]")]),
    ("fr", "Entre mars et mai 2023, ils ont fui.", [("mars et mai 2023", "2023-03/2023-05")]),
    ("fr", "Du 3 au 5 mai 2020, ils ont fui.", [("3 au 5 mai 2020", "2020-05-03/2020-05-05")]),
    ("en", "It will be in May or June 2025.", [("May or June 2025", "[2025-05,2025-06]")]),
    ("en", "Between March and May 2023 they fled.", [("March and May 2023", "2023-03/2023-05")]),
    ("de", "Es geschieht im Mai oder Juni 2025.", [("Mai oder Juni 2025", "[2025-05,2025-06]")]),
    ("de", "Zwischen März und Mai 2023 flohen sie.", [("März und Mai 2023", "2023-03/2023-05")]),
    ("en", "It will be in 2024 or 2025 or 2026.", [("2024 or 2025 or 2026", "[2024,2025,2026]")]),
    # an interval has two ends
    (
        "de",
        "Gebaut wird von 2028 bis 2029 bis 2030.",
        [("2028 bis 2029", "2028/2029"), ("bis 2030", "../2030")],
    ),
    ("en", "In 2024 or 2025 to 2026.", [("2024 or 2025", "[2024,2025]"), ("2026", "2026")]),
    # relative ones stay words
    ("fr", "Ils sont partis hier.", [("hier", None)]),
    ("fr", "Ils partiront bientôt.", [("bientôt", None)]),
    ("fr", "Ils partiront dans les prochains jours.", [("dans les prochains jours", None)]),
    ("fr", "Ils se battent maintenant.", [("maintenant", None)]),
    ("en", "They left yesterday.", [("yesterday", None)]),
    ("en", "They will leave soon.", [("soon", None)]),
    ("de", "Gestern zogen sie ab.", [("Gestern", None)]),
    ("de", "Bald ziehen sie ab.", [("Bald", None)]),
    # a month without its year, a day without its month: words only
    ("fr", "Ils sont partis le 12 octobre.", [("12 octobre", None)]),
    ("en", "They left on October 12.", [("October 12", None)]),
    ("de", "Im Oktober zogen sie ab.", [("Oktober", None)]),
    ("de", "Am 8. Oktober zogen sie ab.", [("8. Oktober", None)]),
    # none at all
    ("fr", "Ils ont été envoyés au front.", []),
    ("fr", "Il a envoyé 2 024 soldats.", []),
    ("fr", "Quelque 2000 soldats sont partis.", []),
    ("en", "They may march south.", []),
    ("en", "They sent 2,024 soldiers.", []),
    ("de", "Es waren 2.024 Soldaten.", []),
]


def ident(value: object) -> str:
    return value if isinstance(value, str) else ""


@pytest.mark.parametrize(("language", "text", "expected"), DATES, ids=ident)
def test_a_date_as_written(language, text, expected):
    assert [(row["quote"], row["date"]) for row in dates(text, language)] == expected


# 07/06 is June or July by country: in English neither is said.
@pytest.mark.parametrize("text", ["They left on 07/06/2023.", "They left on 6/7/2023."])
def test_no_month_is_guessed(text):
    (row,) = dates(text, "en")
    assert row["date"] == "2023"


INTERVALS = [
    (None, (None, None)),
    ("2024", ("2024", "2024")),
    ("2024-10", ("2024-10", "2024-10")),
    ("2024-10-08", ("2024-10-08", "2024-10-08")),
    ("2024-21", ("2024-03", "2024-05")),
    ("2024-22", ("2024-06", "2024-08")),
    ("2024-23", ("2024-09", "2024-11")),
    ("2024-24", ("2024-12", "2025-02")),
    ("2024/..", ("2024", None)),
    ("../2024-05", (None, "2024-05")),
    ("[2025-07,2025-08]", ("2025-07", "2025-08")),
    ("2023-03/2023-05", ("2023-03", "2023-05")),
    ("2023-23/..", ("2023-09", None)),
]


@pytest.mark.parametrize(("date", "ends"), INTERVALS)
def test_the_ends_of_an_interval_keep_its_precision(date, ends):
    assert interval(date) == ends


@pytest.mark.parametrize(("language", "text", "expected"), DATES, ids=ident)
def test_no_day_is_invented(language, text, expected):
    for row in dates(text, language):
        digits = sum(c.isdigit() for c in row["quote"])
        for end in ("date_start", "date_end"):
            if row[end] and len(row[end]) == len("2024-05-12"):
                assert digits >= 5


TENSES = [
    ("fr", "Ils sont partis hier.", "past"),
    ("fr", "Ils partiront bientôt.", "ahead"),
    ("fr", "Ils sont partis en mars 2022.", "past"),
    ("fr", "Ils partiront en mars 2032.", "ahead"),
    ("en", "They left yesterday.", "past"),
    ("en", "They will leave soon.", "ahead"),
    ("de", "Gestern zogen sie ab.", "past"),
    ("de", "Sie ziehen morgen ab.", "ahead"),
]


@pytest.mark.parametrize(("language", "text", "tense"), TENSES)
def test_past_or_ahead(language, text, tense):
    assert [row["tense"] for row in dates(text, language)] == [tense]


OF_A_CLAIM = [
    ("fr", "En octobre 2024, 300 soldats ont été envoyés au Mali.", "2024-10"),
    ("fr", "300 soldats se battent au Mali depuis 2022.", "2022/.."),
    ("fr", "300 soldats ont été tués le 12 mai 2024.", "2024-05-12"),
    ("en", "In October 2024, 300 soldiers were sent to Mali.", "2024-10"),
    ("de", "Im Oktober 2024 wurden 300 Soldaten nach Mali entsandt.", "2024-10"),
]


@pytest.mark.parametrize(("language", "text", "date"), OF_A_CLAIM)
def test_a_claim_has_the_date_of_its_sentence(language, text, date):
    (claim,) = claims(text, language)
    (row,) = dates(text, language)
    assert (claim["date"], claim["date_start"]) == (date, row["date_start"])
    assert (claim["date_text"], row["claim"]) == (row["quote"], claim["claim"])


# A denial or a confirmation without a number has its row among the dates.
TOLD = [
    ("Moscou a nié la présence de soldats étrangers.", "denied", "Moscou"),
    ("Pékin dément tout envoi de troupes.", "denied", "Pékin"),
    ("Ankara a confirmé en mars 2024 l’envoi de soldats.", "confirmed", "Ankara"),
]


@pytest.mark.parametrize(("text", "status", "who"), TOLD)
def test_a_denial_without_a_number(text, status, who):
    (row,) = dates(text)
    assert (row["status"], row["who"], row["claim"]) == (status, (who,), None)
