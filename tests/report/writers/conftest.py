"""Reading written reports back: what a person finds in the file."""

import io
from html.parser import HTMLParser

import openpyxl
import pypdf
import pytest
from docx import Document
from markdown_it import MarkdownIt


class PageReader(HTMLParser):
    """Collects the texts of some elements, as a browser would show them."""

    VOID = frozenset({"meta", "br", "col", "img", "link", "hr"})

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.texts = []
        self.tags = []
        self._open = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self._open.append((tag, len(self.texts)))
            self.texts.append((tag, ""))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        opened, _ = self._open.pop()
        assert opened == tag, f"</{tag}> closes <{opened}>"

    def handle_data(self, data):
        for _, place in self._open:
            tag, text = self.texts[place]
            self.texts[place] = (tag, text + data)

    def of(self, *tags):
        return [text for tag, text in self.texts if tag in tags]


class Readers:
    """One reader for each format."""

    @staticmethod
    def docx(file):
        return Document(io.BytesIO(file))

    @staticmethod
    def xlsx(file):
        return openpyxl.load_workbook(io.BytesIO(file))

    @staticmethod
    def pdf(file):
        return pypdf.PdfReader(io.BytesIO(file))

    @staticmethod
    def html(file):
        reader = PageReader()
        reader.feed(file.decode("utf-8"))
        reader.close()
        return reader

    @staticmethod
    def markdown(file):
        """Return the page a reader of Markdown shows."""
        page = MarkdownIt("commonmark", {"html": True}).enable("table").render(file.decode("utf-8"))
        reader = PageReader()
        reader.feed(page.replace("<br>", "\n").replace("<br />", "\n"))
        reader.close()
        return reader


@pytest.fixture(scope="session")
def read():
    return Readers()
