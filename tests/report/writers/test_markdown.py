from tabletop.report.writers.markdown import write


def test_headings_stand_in_order_under_the_title(sample, read):
    page = read.markdown(write(sample))
    assert page.of("h1") == ["Calm Front"]
    assert page.of("h2") == [
        "1 Executive summary",
        "5 Decisions at a glance",
        "C Full decision log",
    ]
    assert "5.2 I-10 as released" in page.of("h3")


def test_the_marking_opens_and_closes_the_file(sample):
    lines = write(sample).decode().strip().split("\n")
    assert lines[0] == lines[-1] == "**UNCLASSIFIED – FOR EXERCISE PURPOSES ONLY**"


def test_tables_keep_every_cell(sample, read):
    page = read.markdown(write(sample))
    assert len(page.of("table")) == 5
    assert "Does the Council endorse the raised alert?\n1 break: POL, rev. 2 passed" in page.of(
        "td"
    )
    assert "1 ×2, 2 ×3, 3 ×3, 4 ×2" in page.of("td")
    assert sum(text == "12 Nov, 14:30" for text in page.of("td")) == 12


def test_links_lead_to_places_that_exist(sample, read):
    page = read.markdown(write(sample))
    places = {attributes.get("id") for _, attributes in page.tags}
    targets = {
        a["href"] for tag, a in page.tags if tag == "a" and a.get("href", "").startswith("#")
    }
    assert targets
    assert {target[1:] for target in targets} <= places


def test_figures_are_told_in_words_and_numbers(sample, read):
    page = read.markdown(write(sample))
    assert any(text.startswith("Line with markers") for text in page.of("p"))
    assert "Figure 1, numbers. Median by decision" in page.of("strong")


def test_generated_sentences_say_so(sample, read):
    assert "(generated)" in read.markdown(write(sample)).of("em")


def test_numbered_lists_inside_lists_keep_their_first_number(sample, read):
    page = read.markdown(write(sample))
    assert ("ol", {"start": "3"}) in page.tags
    assert "Owner: Training" in "".join(page.of("li"))
