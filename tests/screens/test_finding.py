"""The finder beside the page it was opened from: what is searched has a name, keys are real."""

from tests.screens.conftest import Open, keys, reading


async def test_the_section_is_the_one_the_reader_comes_from(opened: Open) -> None:
    async with opened(size=(120, 40)) as pilot:
        screen = reading(pilot)
        page = screen.page
        await keys(pilot, *["right_square_bracket"] * 6)
        section = page.section
        assert section is not None
        await keys(pilot, "f", "shift+tab", "type rwanda")
        finder = screen.finder
        assert finder is not None
        assert finder.scope == "section"
        assert finder.found is not None
        assert all(section.start <= hit.start < section.end for hit in finder.found.hits)
        status = "".join(text for text, _ in finder._hits.status[0])
        assert status == f" {finder.found.total} in “{section.title}”"


async def test_the_footer_of_the_finder_names_keys_that_are_no_letters_of_the_query(
    opened: Open,
) -> None:
    async with opened(size=(150, 24)) as pilot:
        screen = reading(pilot)
        assert "? help" in screen.footer.render_line(0).text
        await keys(pilot, "f")
        said = screen.footer.render_line(0).text
        assert "f1 help" in said
        assert "tab everything → document → section" in said
        assert "older query" in said
        assert "find everywhere" not in said
        assert "/ search" not in said
        await keys(pilot, "escape")
        assert "f find everywhere" in screen.footer.render_line(0).text
