"""Sources that change or vanish while they are read."""

from pathlib import Path

from tests.screens.conftest import Open, reading
from tui.ingest import read
from tui.screens.reload import Watch


def test_a_source_that_is_gone_is_told_once_not_when_it_is_only_written_anew(
    tmp_path: Path,
) -> None:
    file, watch = tmp_path / "report.txt", Watch()
    file.write_text("Kenya won 12 votes.")
    documents = read(str(file))
    told = []

    def look() -> bool:
        changed = bool(watch.changed(documents))
        told.extend(watch.gone)
        return changed

    look()
    file.unlink()
    look()
    file.write_text("Kenya won 148 votes.")
    assert look(), "written anew, it is read again"
    assert told == []
    file.unlink()
    for _ in range(4):
        look()
    assert told == [str(file)]


async def test_the_text_of_a_deleted_file_stays_and_one_notice_says_so(
    opened: Open, tmp_path: Path
) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Report {name}: Kenya won 12 votes in 2014.")
    async with opened(str(tmp_path)) as pilot:
        screen = reading(pilot)
        screen._look_for_changes()
        for file in tmp_path.glob("*.txt"):
            file.unlink()
        for _ in range(3):
            screen._look_for_changes()
        await pilot.pause()
        notices = [notice.message for notice in pilot.app._notifications]
        assert [n for n in notices if "gone" in n] == [
            f"{tmp_path / 'a.txt'} and 2 more files are gone; their text stays open here"
        ]
        assert "Kenya" in screen.page.visible_text
