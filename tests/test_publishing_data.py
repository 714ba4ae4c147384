"""The tables beside the pages: each CSV is what its description says."""

import csv
import io
import json

import pytest
from pages import SEED

from analysis import model
from analysis.publishing import datapackage

KINDS = {
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "array": json.loads,
    "object": json.loads,
    "string": str,
}


@pytest.fixture(scope="module")
def files():
    return dict(datapackage.files({"seeds": str(SEED), "language": "en"}, key="k"))


@pytest.fixture(scope="module")
def package(files):
    return json.loads(files["datapackage.json"])


def rows(files, resource):
    return list(csv.DictReader(io.StringIO(files[resource["path"]])))


def test_all_tables_are_there(files, package):
    names = ["claims", "dates", "figures", "articles", "derived", "checks", "problems"]
    assert [each["name"] for each in package["resources"]] == names
    assert set(files) == {f"{name}.csv" for name in names} | {"datapackage.json"}
    assert package["key"] == "k" and package["parameters"]["seeds"] == SEED.name


def test_columns_are_those_described(files, package):
    for resource in package["resources"]:
        head = files[resource["path"]].split("\n")[0].split(",")
        assert head == [field["name"] for field in resource["schema"]["fields"]]
    (claims,) = (each for each in package["resources"] if each["name"] == "claims")
    assert [field["name"] for field in claims["schema"]["fields"]] == list(model.CLAIM_COLUMNS)


def test_values_have_their_type_and_keep_to_their_limits(files, package):
    for resource in package["resources"]:
        for row in rows(files, resource):
            for field in resource["schema"]["fields"]:
                value, limits = row[field["name"]], field.get("constraints", {})
                assert value or not limits.get("required"), (resource["name"], field["name"])
                if value:
                    read = KINDS[field["type"]](value)
                    assert read in limits.get("enum", [read])
                    assert "minimum" not in limits or read >= limits["minimum"]


def test_keys_are_unique(files, package):
    for resource in package["resources"]:
        key = resource["schema"].get("primaryKey")
        values = [row[key] for row in rows(files, resource)] if key else []
        assert len(values) == len(set(values))


def test_the_claims_are_the_corpus(files, corpus):
    read = list(csv.DictReader(io.StringIO(files["claims.csv"])))
    assert [row["quote"] for row in read] == list(corpus.claims["quote"])
