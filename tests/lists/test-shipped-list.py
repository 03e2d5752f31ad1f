# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the list that comes along: its form, and that it holds all that its source holds.

Usage: test-shipped-list.py SCHEMA LIST
"""

import hashlib
import json
import re
import sys
from collections import Counter
from urllib.parse import parse_qsl, urlsplit

import jsonschema

SECTIONS = [
    "Frontier LLMs",
    "Benchmarks and Evals",
    "Prompting, ICL & Chain of Thought",
    "Retrieval Augmented Generation",
    "Agents",
    "Code Generation",
    "Vision",
    "Voice",
    "Image/Video Diffusion",
    "Finetuning",
]
N_LINKS = 288
N_ADDRESSES = 276
# Of all addresses of the post, cleaned, sorted and joined by newlines.
ADDRESSES_DIGEST = "60b5468819ad5e1ed96ffc0c3b45523dcf8ecdbf12062ac68478be65cb10e011"
# The post links these more than once within one pick, which has one source for them.
REPEATED = {"https://arxiv.org/abs/2311.12022": 1, "https://www.youtube.com/watch?v=VIqXNRsRRQo": 2}
TRACKING = re.compile(r"^(utm_.*|fbclid|gclid|pp|ref|s)$")
LINK = re.compile(r"\]\((https?://[^)\s]+)\)")


def entries(section):
    return section["picks"] + section.get("extras", [])


def all_picks(reading_list):
    return [pick for section in reading_list["sections"] for pick in section["picks"]]


def all_sources(reading_list):
    return [
        source for section in reading_list["sections"] for entry in entries(section) for source in entry["sources"]
    ]


def all_addresses(reading_list):
    addresses = [source["url"] for source in all_sources(reading_list)]
    for section in reading_list["sections"]:
        addresses += LINK.findall(section["note"])
        for entry in entries(section):
            addresses += LINK.findall(entry["commentary"])
    return addresses


def sentences(text):
    return len(re.findall(r"[.?!](?=\s|$)", text))


def unique(values):
    return [value for value, count in Counter(values).items() if count > 1]


def check_schema(schema, reading_list):
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    assert not [error.message for error in validator.iter_errors(reading_list)]


def check_schema_refuses(schema, reading_list):
    validator = jsonschema.Draft202012Validator(schema)
    for address in ("file:///etc/passwd", "javascript:alert(1)", "https://a b"):
        wrong = json.loads(json.dumps(reading_list))
        wrong["sections"][0]["picks"][0]["sources"][0]["url"] = address
        assert not validator.is_valid(wrong), address
    wrong = json.loads(json.dumps(reading_list))
    wrong["sections"][0]["picks"][0]["kind"] = "poem"
    assert not validator.is_valid(wrong)


def check_sections(schema, reading_list):
    assert [section["title"] for section in reading_list["sections"]] == SECTIONS
    assert [len(section["picks"]) for section in reading_list["sections"]] == [5] * 10


def check_ids(schema, reading_list):
    assert not unique(section["id"] for section in reading_list["sections"])
    assert not unique(pick["id"] for pick in all_picks(reading_list))
    for section in reading_list["sections"]:
        assert not unique(extra["title"] for extra in section.get("extras", []))
        for entry in entries(section):
            assert not unique(source["id"] for source in entry["sources"]), entry["title"]
            assert not unique(source["url"] for source in entry["sources"]), entry["title"]


def check_links(schema, reading_list):
    addresses = all_addresses(reading_list)
    distinct = sorted(set(addresses))
    digest = hashlib.sha256("\n".join(distinct).encode()).hexdigest()

    assert len(addresses) + sum(REPEATED.values()) == N_LINKS, len(addresses)
    assert set(REPEATED) <= set(distinct)
    assert len(distinct) == N_ADDRESSES, len(distinct)
    assert digest == ADDRESSES_DIGEST, digest


def check_addresses(schema, reading_list):
    for address in all_addresses(reading_list):
        parts = urlsplit(address)
        assert parts.scheme == "https" and "." in parts.netloc and "@" not in parts.netloc, address
        tracking = [name for name, _ in parse_qsl(parts.query, True) if TRACKING.match(name)]
        assert not tracking, address


def check_mended(schema, reading_list):
    addresses = {pick["id"]: pick["sources"][0].get("arxiv") for pick in all_picks(reading_list)}
    assert addresses["audiopalm"] == "2306.12925"
    assert addresses["moshi"] == "2410.00037"


def check_papers(schema, reading_list):
    for source in all_sources(reading_list):
        if urlsplit(source["url"]).netloc != "arxiv.org":
            assert "arxiv" not in source, source["title"]
            continue
        assert source["kind"] == "paper", source["title"]
        assert re.match(rf"https://arxiv\.org/abs/{re.escape(source['arxiv'])}(v\d+)?$", source["url"]), source["url"]
        assert source["year"] == 2000 + int(source["arxiv"][:2]), source["title"]
    papers = [source for source in all_sources(reading_list) if source["kind"] == "paper"]
    unnamed = [paper["title"] for paper in papers if not paper.get("authors")]
    assert len(unnamed) <= 1, unnamed


def check_same_paper_same_facts(schema, reading_list):
    known = {}
    for source in all_sources(reading_list):
        facts = (source.get("authors"), source.get("year"), source["kind"])
        if "arxiv" in source:
            assert known.setdefault(source["url"], facts) == facts, source["title"]


def check_commentary(schema, reading_list):
    for pick in all_picks(reading_list):
        assert 2 <= sentences(pick["commentary"]) <= 5, pick["id"]
        assert 200 <= len(pick["commentary"]) <= 900, pick["id"]
    for section in reading_list["sections"]:
        assert sentences(section["note"]) >= 2, section["id"]
        for extra in section.get("extras", []):
            assert extra["commentary"], extra["title"]


def check_effort(schema, reading_list):
    for pick in all_picks(reading_list):
        assert 15 <= pick["minutes"] <= 600 and pick["difficulty"] in (1, 2, 3), pick["id"]
        assert pick["sources"][0]["role"] == "main", pick["id"]
        roles = [source["role"] for source in pick["sources"]]
        assert roles == sorted(roles), pick["id"]


def check_after(schema, reading_list):
    place = {pick["id"]: number for number, pick in enumerate(all_picks(reading_list))}
    for pick in all_picks(reading_list):
        for before in pick.get("after", []):
            assert before in place, before
            assert place[before] < place[pick["id"]], f"{pick['id']} comes before {before}"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        reading_list = json.load(file)

    checks = [(name, check) for name, check in globals().items() if name.startswith("check_")]
    failed = 0
    print(f"1..{len(checks)}")
    for number, (name, check) in enumerate(checks, 1):
        try:
            check(schema, reading_list)
            print(f"ok {number} - {name[6:].replace('_', ' ')}")
        except AssertionError as error:
            failed += 1
            print(f"not ok {number} - {name[6:].replace('_', ' ')}\n# {error or 'the check does not hold'}")
    return 1 if failed else 0


sys.exit(main())
