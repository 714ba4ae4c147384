"""The language of a text, told quickly, and none where no lexicon fits."""

import pytest

from analysis.reading.language import detect

TEXTS = [
    ("fr", "Les soldats ont été envoyés dans la région par le gouvernement."),
    ("fr", "LE BILAN EST LOURD DANS LE NORD DU PAYS"),
    ("fr", "Selon l’état-major, 40 hommes sont partis et 12 ne sont pas revenus."),
    ("en", "The soldiers were sent to the region by the government."),
    ("en", "THE TOLL IS HEAVY IN THE NORTH OF THE COUNTRY"),
    ("en", "According to the staff, 40 men left and 12 have not come back."),
    ("de", "Die Soldaten wurden von der Regierung in die Region geschickt."),
    ("de", "Nach Angaben des Stabes sind 40 Mann aufgebrochen und 12 nicht zurück."),
    ("de", "Vor einer Woche hatte er bis zum Abend über einen Angriff gesprochen."),
    ("und", "Los soldados fueron enviados a la región por el gobierno."),
    ("und", "I soldati sono stati mandati nella regione dal governo."),
    ("und", "Żołnierze zostali wysłani do regionu przez rząd."),
    ("und", "Солдаты были отправлены в регион правительством."),
    ("und", "政府は兵士をその地域に派遣した。"),
    ("und", "Teste teste teste 12 500"),
    ("und", "12 500 – 30 000"),
    ("und", ""),
    ("und", " \n\u200b"),
]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_a_text_has_its_language(language, text):
    assert detect(text) == language


def test_a_quotation_does_not_change_it():
    text = "Le porte-parole a dit hier dans la capitale : « We are not leaving. » Et il est parti."
    assert detect(text) == "fr"


def test_a_long_text_costs_no_more_than_its_beginning():
    text = "Les soldats ont été envoyés dans la région. " * 200
    assert detect(text + "The men were sent to the north. " * 100_000) == "fr"
