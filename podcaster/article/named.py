"""Which of a page's lines are its article's title, by what the page's data say."""

from __future__ import annotations

from podcaster.article.dom import Chunk, is_logo
from podcaster.article.structured import Said
from podcaster.article.titles import heads_of
from podcaster.text import letters

#: A title of so many letters is known within a longer line, too.
LONG = 25
#: In a subheading a title has at most so many letters before it ("Plus", a day), or they repeat it.
LABEL = 12
#: Characters of text between two titles that make the second one that of a copy.
TOLD = 500


class Titles:
    """The titles that a page's data name."""

    def __init__(self, said: Said) -> None:
        self.texts = {letters(text) for text in said.headlines.values()}
        self.texts |= {letters(text) for text in heads_of(said.headlines.get("title", ""))}

    def is_title(self, chunk: Chunk) -> bool:
        """Whether a chunk is the title by the page's data, or is set as one."""
        return self.is_named(chunk) or (chunk.level == 1 and not is_logo(chunk.owner))

    def is_named(self, chunk: Chunk) -> bool:
        """Whether a chunk is the title by the page's data, with a kicker or without the one they have."""
        text = letters(chunk.text)
        if text in self.texts or not chunk.level:
            return text in self.texts
        if len(text) > LONG and any(title.endswith(text) for title in self.texts):
            return True
        most = len(text) if chunk.level == 1 else LABEL
        return any(
            len(title) > LONG and text.endswith(title) and len(text) - len(title) <= most
            for title in self.texts
        )

    def place(self, chunks: list[Chunk], sure: list[Chunk]) -> int:
        """The place of the title above the text, the last one that is none of a second copy; -1 for none."""
        half = sure[len(sure) // 2].index if sure else 0
        found = -1
        for chunk in chunks[:half]:
            if not chunk.level or not self.is_named(chunk):
                continue
            if found >= 0 and sum(len(c.text) for c in sure if found < c.index < chunk.index) >= TOLD:
                break
            found = chunk.index
        return found
