# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the list that comes along: its form, and that it holds all that its source holds.

Usage: test-shipped-list.py SCHEMA LIST
"""

import datetime
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
LINKS_PER_SECTION = [62, 27, 21, 37, 31, 21, 31, 15, 25, 15]
# Of all addresses of the post, cleaned, sorted and joined by newlines.
ADDRESSES_DIGEST = "60b5468819ad5e1ed96ffc0c3b45523dcf8ecdbf12062ac68478be65cb10e011"
# The post links these more than once within one pick, which has one source for them.
REPEATED = {"https://arxiv.org/abs/2311.12022": 1, "https://www.youtube.com/watch?v=VIqXNRsRRQo": 2}
TRACKING = re.compile(r"^(utm_.*|fbclid|gclid|pp|ref|s)$")
LINK = re.compile(r"\]\((https?://[^)\s]+)\)")
ARXIV = re.compile(r"https://arxiv\.org/abs/([0-9.]+?)(v[0-9]+)?$")
KINDS = {
    "arxiv.org": "paper",
    "hn.algolia.com": "thread",
    "news.ycombinator.com": "thread",
    "www.reddit.com": "thread",
    "www.youtube.com": "video",
    "x.com": "thread",
}
# Straight quotes, a hyphen for a dash, HTML, two spaces, a full stop too many.
SLOPPY = re.compile(r"[\"'<>]|\s-\s|\s\s|\.\.|^\s|\s$")


def entries(section):
    return section["picks"] + section.get("extras", [])


def all_picks(reading_list):
    return [pick for section in reading_list["sections"] for pick in section["picks"]]


def all_sources(reading_list):
    return [
        source for section in reading_list["sections"] for entry in entries(section) for source in entry["sources"]
    ]


def section_addresses(section):
    addresses = LINK.findall(section["note"])
    for entry in entries(section):
        addresses += [source["url"] for source in entry["sources"]]
        addresses += LINK.findall(entry["commentary"])
    return addresses


def all_addresses(reading_list):
    return [address for section in reading_list["sections"] for address in section_addresses(section)]


def sentences(text):
    return len(re.findall(r"[.?!](?=\s|$)", text))


def repeated(values):
    return [value for value, count in Counter(values).items() if count > 1]


def check_schema(schema, reading_list):
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(reading_list)]
    assert not errors, errors


def check_schema_refuses(schema, reading_list):
    validator = jsonschema.Draft202012Validator(schema)
    for address in ("file:///etc/passwd", "javascript:alert(1)", "https://a b"):
        wrong = json.loads(json.dumps(reading_list))
        wrong["sections"][0]["picks"][0]["sources"][0]["url"] = address
        assert not validator.is_valid(wrong), address
    wrong = json.loads(json.dumps(reading_list))
    wrong["sections"][0]["picks"][0]["kind"] = "poem"
    assert not validator.is_valid(wrong)


def check_head(schema, reading_list):
    assert reading_list["format"] == 1
    assert reading_list["id"] == reading_list["homepage"] == "https://www.latent.space/p/2025-papers"
    assert reading_list["title"] == "The 2025 AI Engineering Reading List"
    assert reading_list["authors"] and reading_list["description"] and "CC-BY-SA-4.0" in reading_list["license"]
    datetime.date.fromisoformat(reading_list["updated"])


def check_sections(schema, reading_list):
    assert [section["title"] for section in reading_list["sections"]] == SECTIONS
    assert [len(section["picks"]) for section in reading_list["sections"]] == [5] * 10


def check_ids(schema, reading_list):
    assert not repeated(section["id"] for section in reading_list["sections"])
    assert not repeated(pick["id"] for pick in all_picks(reading_list))
    for section in reading_list["sections"]:
        assert not repeated(extra["title"] for extra in section.get("extras", []))
        for entry in entries(section):
            assert not repeated(source["id"] for source in entry["sources"]), entry["title"]
            assert not repeated(source["url"] for source in entry["sources"]), entry["title"]


def check_links(schema, reading_list):
    addresses = all_addresses(reading_list)
    distinct = sorted(set(addresses))
    digest = hashlib.sha256("\n".join(distinct).encode()).hexdigest()

    assert len(addresses) + sum(REPEATED.values()) == N_LINKS, len(addresses)
    assert set(REPEATED) <= set(distinct)
    assert len(distinct) == N_ADDRESSES, len(distinct)
    assert digest == ADDRESSES_DIGEST, digest
    counts = [len(section_addresses(section)) for section in reading_list["sections"]]
    assert counts == LINKS_PER_SECTION, counts


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
        title = source["title"]
        arxiv = ARXIV.match(source["url"])
        if arxiv:
            assert source["arxiv"] == arxiv.group(1), title
            assert source["year"] == 2000 + int(source["arxiv"][:2]), title
        else:
            assert urlsplit(source["url"]).netloc != "arxiv.org", title
        if source["kind"] == "paper" or "arxiv" in source:
            assert source.get("authors") and source.get("year"), title


def check_authors(schema, reading_list):
    for source in all_sources(reading_list):
        names = source.get("authors", [])
        assert not repeated(names), source["title"]
        # Whole or none at all; a comma would part a name when they are joined.
        assert not [name for name in names if "," in name or name in ("others", "et al.")], source["title"]


def check_kinds(schema, reading_list):
    for source in all_sources(reading_list):
        host = urlsplit(source["url"]).netloc
        assert source["kind"] == KINDS.get(host, source["kind"]), source["title"]


def check_same_paper_same_facts(schema, reading_list):
    known = {}
    for source in all_sources(reading_list):
        facts = {name: source.get(name) for name in ("kind", "authors", "year", "arxiv", "doi", "code")}
        assert known.setdefault(source["url"], facts) == facts, source["title"]


def check_commentary(schema, reading_list):
    for pick in all_picks(reading_list):
        assert 2 <= sentences(pick["commentary"]) <= 5, pick["id"]
        assert 200 <= len(pick["commentary"]) <= 900, pick["id"]
    for section in reading_list["sections"]:
        assert 2 <= sentences(section["note"]) <= 5, section["id"]
        for extra in section.get("extras", []):
            assert extra["commentary"], extra["title"]


def check_typography(schema, reading_list):
    texts = [source["title"] for source in all_sources(reading_list) if ">>" not in source["title"]]
    for section in reading_list["sections"]:
        texts += [section["note"]] + [entry[name] for entry in entries(section) for name in ("title", "commentary")]
    assert not [text for text in texts if SLOPPY.search(text)], [text for text in texts if SLOPPY.search(text)]
    assert not repeated(entry["commentary"] for section in reading_list["sections"] for entry in entries(section))


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
        except Exception as error:  # A list that lacks a member has failed too.
            failed += 1
            print(f"not ok {number} - {name[6:].replace('_', ' ')}\n# {type(error).__name__}: {error}")
    return 1 if failed else 0


sys.exit(main())
