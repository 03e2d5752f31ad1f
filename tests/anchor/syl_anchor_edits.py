# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens to texts, and where a quote is afterwards.

An edit takes a text and random numbers and returns an Edited: the later text, and for each word of the
earlier one the place of what became of it, or None.
"""

import re
import subprocess
import tempfile

WORD = re.compile(r"\S+")
BANNER = ("We use cookies and similar techniques to make this site work, to measure how it is used, and to show "
          "what may be of interest. ") * 5


def words_of(text):
    return [match.span() for match in WORD.finditer(text)]


class Edited:
    def __init__(self, text, places):
        self.text = text
        self.places = places

    def place(self, first, end):
        """Where the words from `first` up to `end` are: from what is left of the first to that of the last."""
        left = [place for place in self.places[first:end] if place is not None]
        return (min(place[0] for place in left), max(place[1] for place in left)) if left else None


class Writer:
    def __init__(self, text):
        self.text = text
        self.words = words_of(text)
        self.parts = []
        self.length = 0
        self.places = []

    def write(self, piece):
        self.parts.append(piece)
        self.length += len(piece)

    def keep(self, piece):
        start = self.length
        self.write(piece)
        self.places.append((start, self.length))

    def drop(self):
        self.places.append(None)

    def gap(self, index):
        end = self.words[index][1]
        return self.text[end:self.words[index + 1][0] if index + 1 < len(self.words) else len(self.text)]

    def finish(self):
        return Edited("".join(self.parts), self.places)


def each_word(text, change, gap=lambda piece: piece):
    writer = Writer(text)
    for index, (start, end) in enumerate(writer.words):
        writer.keep(change(text[start:end]))
        writer.write(gap(writer.gap(index)))
    return writer.finish()


def none(text, _numbers):
    return each_word(text, lambda word: word)


def reflow(text, numbers):
    width = numbers.randrange(50, 100)
    column = 0

    def gap(piece):
        nonlocal column
        column += 7
        if "\n\n" in piece or column > width:
            column = 0
            return "\n" if "\n\n" not in piece else "\n  \n"
        return numbers.choice([" ", " ", "  ", "\u00a0"])

    edited = each_word(text, lambda word: word, gap)
    shift = len(BANNER)
    return Edited(BANNER + edited.text, [(start + shift, end + shift) for start, end in edited.places])


def typography(text, _numbers):
    def change(word):
        word = re.sub(r'^(\W*)"', "\\1“", word)
        word = word.replace('"', "”").replace("'", "’").replace("...", "…").replace("--", "—")
        return word.replace("-", "\u2011") if len(word) > 3 else word.replace("-", "–")

    return each_word(text, change, lambda piece: piece.replace("  ", " \u2009"))


def ligatures(text, _numbers):
    pairs = [("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ")]

    def change(word):
        for plain, joined in pairs:
            word = word.replace(plain, joined)
        return word

    return each_word(text, change)


def hyphenation(text, numbers):
    def change(word):
        if len(word) < 7 or not word.isalpha() or numbers.random() > 0.3:
            return word
        middle = numbers.randrange(3, len(word) - 2)
        return word[:middle] + numbers.choice(["-\n", "\u00ad", "\u00ad\n", "-\r\n"]) + word[middle:]

    return each_word(text, change)


def change_words(text, numbers, rate_of):
    """A third of what is changed is exchanged, left out, and followed by another word, each."""
    writer = Writer(text)
    vocabulary = [text[start:end] for start, end in writer.words]
    for index, (start, end) in enumerate(writer.words):
        chance = numbers.random()
        rate = rate_of(index)
        gap = writer.gap(index)
        if chance < rate / 3:
            writer.keep(numbers.choice(vocabulary))
        elif chance < rate * 2 / 3:
            writer.drop()
            continue
        else:
            writer.keep(text[start:end])
            if chance < rate:
                writer.write(" " + numbers.choice(vocabulary))
        writer.write(gap)
    return writer.finish()


def words(rate):
    return lambda text, numbers: change_words(text, numbers, lambda index: rate)


def sentences(text, numbers):
    """Half the sentences get 40 % of their words changed."""
    rates = []
    rate = 0.4
    for start, end in words_of(text):
        rates.append(rate)
        if text[end - 1] in ".!?:" or text[end:end + 2] == "\n\n":
            rate = numbers.choice([0, 0.4])
    return change_words(text, numbers, lambda index: rates[index])


def swap(text, first, end):
    """The halves of the page change places; the cut is not in the quote."""
    spans = words_of(text)
    middle = len(spans) // 2
    cut = end if first < middle < end else middle
    cut = first if cut >= len(spans) else cut
    at = spans[cut][0]
    behind = text[at:] + "\n\n"
    places = [(start + len(behind), stop + len(behind)) if start < at else (start - at, stop - at) for start, stop in spans]
    return Edited(behind + text[:at], places)


def delete(text, first, end):
    spans = words_of(text)
    start = spans[first][0]
    stop = spans[end][0] if end < len(spans) else len(text)
    shift = stop - start
    places = [None if first <= index < end else span if index < first else (span[0] - shift, span[1] - shift)
              for index, span in enumerate(spans)]
    return Edited(text[:start] + text[stop:], places)


def delete_and_change(text, first, end, numbers):
    """The quote is gone, and nothing around it is sure to be as it was."""
    return change_words(delete(text, first, end).text, numbers, lambda index: 0.1)


def move(text, first, end, numbers):
    """The quote goes somewhere else, without what stood around it."""
    spans = words_of(text)
    target = numbers.choice([index for index in range(len(spans)) if abs(index - first) > 150 + end - first] or [0])
    start, stop = spans[first][0], spans[end - 1][1]
    edited = delete(text, first, end)
    at = edited.places[target][0] if edited.places[target] else 0
    quote = text[start:stop] + " "
    place = (at, at + len(quote) - 1)
    moved = Edited(edited.text[:at] + quote + edited.text[at:], [place] * len(spans))
    return moved


def revision(old, new):
    """The places in a real later version, by the longest common subsequence of words."""
    old_words, new_words = words_of(old), words_of(new)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as a, tempfile.NamedTemporaryFile("w", encoding="utf-8") as b:
        for file, text, spans in ((a, old, old_words), (b, new, new_words)):
            file.writelines(text[start:end] + "\n" for start, end in spans)
            file.flush()
        lines = subprocess.run(["diff", "--minimal", a.name, b.name], stdout=subprocess.PIPE, text=True,
                               errors="replace").stdout.splitlines()
    places = [None] * len(old_words)
    at_old = at_new = 0
    for line in lines:
        head = re.match(r"(\d+)(?:,(\d+))?([acd])(\d+)(?:,(\d+))?$", line)
        if not head:
            continue
        first, last, kind, new_first, new_last = head.groups()
        first, new_first = int(first), int(new_first)
        stop = first if kind == "a" else first - 1
        while at_old < stop:
            places[at_old] = new_words[at_new]
            at_old, at_new = at_old + 1, at_new + 1
        at_old = int(last or first) if kind != "a" else first
        at_new = int(new_last or new_first) if kind != "d" else new_first
    while at_old < len(old_words) and at_new < len(new_words):
        places[at_old] = new_words[at_new]
        at_old, at_new = at_old + 1, at_new + 1
    return Edited(new, places)
