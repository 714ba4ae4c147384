"""Articles made up from a fixed seed: own sentences, random numbers and names, none twice."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

SEED = 20240601
SYLLABLES = ("ba", "ko", "ri", "ta", "lu", "ve", "no", "sa", "mi", "do", "ka", "pe", "zu", "fa")

SENTENCES = {
    "fr": (
        "{N} soldats ont été tués et {n} autres blessés près de {P} le {d} mars {y}.",
        "Selon le général {W}, entre {n} et {m} combattants ont été envoyés à {P}.",
        "Le porte-parole {W} a fait état de {n} morts, dont {m} officiers, en {y}.",
        "D'après {W}, {N} hommes devraient être déployés à {P} avant {y}.",
        "L'armée de {P} aurait perdu {n} % de ses {N} soldats, affirme {W}.",
        "Le {d} avril {y}, {n} prisonniers ont été échangés à {P} contre {m} autres.",
        "{W} dément que {N} militaires soient stationnés à {P}, à {n} km de la frontière.",
    ),
    "en": (
        "{N} soldiers were killed and {n} others wounded near {P} on {d} March {y}.",
        "According to General {W}, between {n} and {m} fighters were sent to {P}.",
        "The spokesman {W} reported {n} dead, including {m} officers, in {y}.",
        "{W} said {N} troops would be deployed to {P} before {y}.",
        "The army of {P} has reportedly lost {n} percent of its {N} soldiers, {W} claims.",
        "On {d} April {y}, {n} prisoners were exchanged in {P} for {m} others.",
        "{W} denied that {N} servicemen are stationed in {P}, {n} km from the border.",
    ),
    "de": (
        "{N} Soldaten wurden am {d}. März {y} bei {P} getötet und {n} weitere verletzt.",
        "Laut General {W} wurden zwischen {n} und {m} Kämpfer nach {P} geschickt.",
        "Der Sprecher {W} meldete {n} Tote, darunter {m} Offiziere, im Jahr {y}.",
        "Nach Angaben von {W} sollen {N} Mann vor {y} nach {P} verlegt werden.",
        "Die Armee von {P} soll {n} Prozent ihrer {N} Soldaten verloren haben, sagt {W}.",
        "Am {d}. April {y} wurden in {P} {n} Gefangene gegen {m} andere ausgetauscht.",
        "{W} bestreitet, dass {N} Soldaten in {P} stehen, {n} km von der Grenze.",
    ),
}
# Between the figures, so that there are about nine numbers a kB, as in a busy press text
BETWEEN = {
    "fr": (
        "Les habitants de {P} racontent que la route vers {W} reste fermée depuis la chute du pont "
        "et que personne ne sait quand elle sera rouverte.",
        "Interrogé par l'agence {W}, le ministre de la défense de {P} n'a pas souhaité commenter "
        "ces informations, qu'aucune source indépendante n'a pu vérifier.",
        "La situation autour de {P} demeure confuse, selon des témoins joints par {W}, qui "
        "décrivent des tirs d'artillerie pendant une grande partie de la nuit.",
    ),
    "en": (
        "Residents of {P} say that the road towards {W} has been closed since the bridge fell and "
        "that nobody knows when it will be open to traffic again.",
        "Asked by the agency {W}, the minister of defence of {P} declined to comment on the "
        "reports, which could not be verified by any independent source.",
        "The situation around {P} remains unclear, according to witnesses reached by {W}, who "
        "describe artillery fire during a large part of the night.",
    ),
    "de": (
        "Bewohner von {P} berichten, dass die Straße nach {W} seit dem Einsturz der Brücke "
        "gesperrt ist und niemand weiß, wann sie wieder freigegeben wird.",
        "Auf Anfrage der Agentur {W} wollte sich der Verteidigungsminister von {P} nicht zu den "
        "Berichten äußern, die keine unabhängige Stelle bestätigen konnte.",
        "Die Lage um {P} bleibt unklar, wie Augenzeugen der Agentur {W} schildern, die von "
        "Artilleriefeuer während eines großen Teils der Nacht erzählen.",
    ),
}
POINT = {"fr": "\u202f", "en": ",", "de": "."}


def sentences(language: str, seed: int = SEED) -> Iterator[str]:
    """Sentences without end, none twice."""
    chance = random.Random(f"{seed}{language}")
    seen: set[str] = set()
    while True:
        low = chance.randrange(2, 900)
        kind = SENTENCES if chance.random() < 0.4 else BETWEEN
        sentence = chance.choice(kind[language]).format(
            N=f"{chance.randrange(1, 99)}{POINT[language]}{chance.randrange(0, 999):03}",
            n=low,
            m=low + chance.randrange(1, 99),
            d=chance.randrange(1, 29),
            y=chance.randrange(1990, 2027),
            W=_name(chance),
            P=_name(chance),
        )
        if sentence not in seen:
            seen.add(sentence)
            yield sentence


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=3)).capitalize()


def text(language: str, size: int) -> str:
    """About `size` characters in paragraphs of three sentences."""
    made, length = [], 0
    for number, sentence in enumerate(sentences(language)):
        made.append(sentence + ("\n\n" if number % 3 == 2 else " "))
        length += len(made[-1])
        if length >= size:
            return "".join(made)


def pieces(language: str, size: int, each: int = 3_000) -> list[str]:
    """The same text in articles of some `each` characters, cut between paragraphs."""
    made: list[str] = [""]
    for paragraph in text(language, size).split("\n\n"):
        if len(made[-1]) >= each:
            made.append("")
        made[-1] += paragraph + "\n\n"
    return made


def articles(path: Path, count: int, sentences_each: int = 5) -> Path:
    """`count` articles as JSON Lines, the languages in turn."""
    sources = {language: sentences(language) for language in SENTENCES}
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            source = sources[list(SENTENCES)[number % len(SENTENCES)]]
            words = " ".join(next(source) for _ in range(sentences_each))
            file.write(json.dumps({"id": f"a{number}", "text": words}) + "\n")
    return path


HOSTILE = {
    "one line of words": lambda size: "soldats tués " * (size // 13),
    "one line of sentences": lambda size: text("fr", size).replace("\n", " "),
    "all digits": lambda size: "7" * size,
    "digits and spaces": lambda size: "7 000 " * (size // 6),
    "digits and points": lambda size: "1.234," * (size // 6),
    "number words": lambda size: "vingt-et-un mille " * (size // 18),
    "nested quotes": lambda size: "« dit-il " * (size // 18) + " »" * (size // 18),
    "open quotes": lambda size: '"a ' * (size // 3),
    "headline without end": lambda size: "Bericht über 30 Tote " * (size // 21),
    "newlines": lambda size: "\n" * (size - 8) + "40 morts",
    "zero-width spaces": lambda size: "1\u200b" * (size // 2),
    "and, and, and": lambda size: "12 killed and " * (size // 14),
}
