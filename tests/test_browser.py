"""The widget in a real JupyterLab with Chromium: coding by mouse and keyboard, a killed kernel, hard text, 600 sentences."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import nbformat
import pytest

from analysis.codings import read_coding
from analysis.segment import segment
from analysis.text import article_from_text
from analysis.widget.offsets import words
from tests.annotating import HARD, span

ROOT = Path(__file__).parents[1]
PATIENCE = 60_000  # milliseconds; a busy machine only waits longer
LAB = ".jp-StatusBar-TextItem"


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """A JupyterLab on a copy of the notebook and its article; yields (address, folder)."""
    folder = tmp_path_factory.mktemp("lab")
    (folder / "notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "2-annotate.ipynb", folder / "notebooks")
    shutil.copytree(ROOT / "corpus" / "unsc_2336", folder / "corpus" / "unsc_2336")
    for name, text in (("hard", HARD), ("long", long_article())):
        (folder / name).mkdir()
        (folder / name / "article.txt").write_bytes(text.encode())
    cells = ["from analysis.widget import annotate", "annotate('hard', 'me', blind=True)", "annotate('long', 'me')"]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, folder / "more.ipynb")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = tmp_path_factory.mktemp("home")
    env = {**os.environ, **{f"JUPYTER_{kind}_DIR": str(home / kind) for kind in ("CONFIG", "DATA", "RUNTIME")}, "JUPYTERLAB_SETTINGS_DIR": str(home), "JUPYTERLAB_WORKSPACES_DIR": str(home / "work"), "IPYTHONDIR": str(home / "ipython")}
    (home / "CONFIG" / "labconfig").mkdir(parents=True)
    (home / "CONFIG" / "labconfig" / "page_config.json").write_text('{"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": true}}')
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}", "--ServerApp.port_retries=0", "--IdentityProvider.token=secret",
               f"--ServerApp.root_dir={folder}", "--LabApp.extension_manager=readonly", "--LabApp.expose_app_in_browser=True"]
    with open(home / "log", "w") as log:
        server = subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log, start_new_session=True)
    try:
        wait_for(lambda: socket.create_connection(("127.0.0.1", port), 1).close() is None, f"JupyterLab: {(home / 'log').read_text()[-2000:]}")
        yield f"http://127.0.0.1:{port}", folder
    finally:
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)


def wait_for(condition, what, seconds=60):
    """Return what a condition gives once it holds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if found := condition():
                return found
        except (OSError, ValueError, StopIteration):
            pass
        time.sleep(0.05)
    raise AssertionError(f"waited {seconds} s for {what}")


def long_article(sentences=600):
    """Return an article of many sentences in which somebody speaks in every other one."""
    said = ["أكد الوزير الروسي أن بلاده ترحب بالهدنة وتدعو الأطراف كلها إلى ضبط النفس في المدينة {n}.", "وصلت القافلة رقم {n} إلى المدينة بعد ظهر اليوم ثم عادت.",
            "وأضاف أن القصف لن يتوقف قبل خروج المقاتلين من الحي {n}.", "وشهدت الأسواق هدوءا في اليوم {n} من الهدنة."]
    return "\n".join(said[n % 4].format(n=n) for n in range(sentences))


class Window:
    """A notebook in the browser, with the widget in it."""

    def __init__(self, browser, lab, notebook):
        self.address, self.folder = lab
        self.notebook = notebook
        self.page = browser.new_page(viewport={"width": 1500, "height": 1000})
        self.page.set_default_timeout(PATIENCE)
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.open()

    def open(self):
        """Open the notebook (anew) without running it."""
        self.page.goto(f"{self.address}/lab/tree/{self.notebook}?token=secret&reset")
        self.idle()

    def idle(self):
        self.page.wait_for_selector(f'{LAB}:has-text("| Idle")')

    def run(self):
        """Run all cells and wait for the widget."""
        self.page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
        self.page.wait_for_selector(".isnad-piece")
        self.page.locator(".isnad-article").focus()

    def restart_kernel(self):
        """Restart the kernel, as its menu does; while the server restarts a killed one itself, it refuses for a moment."""
        server = {"headers": {"Authorization": "token secret"}}
        session = next(s for s in self.page.request.get(f"{self.address}/api/sessions", **server).json() if s["path"] == self.notebook)
        for _ in range(10):
            answer = self.page.request.post(f"{self.address}/api/kernels/{session['kernel']['id']}/restart", **server)
            if answer.ok:
                return
            time.sleep(1)
        raise AssertionError(f"the kernel was not restarted: {answer.status} {answer.text()[:300]}")

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def select(self, text, start, end, widget=0):
        """Select words with the mouse, from the first letter to the last; offsets are code points of the text."""
        units = [len(text[:place].encode("utf-16-le")) // 2 for place in (start, end)]
        box = self.page.locator(".isnad-article").nth(widget).evaluate(PLACES, units)
        self.page.mouse.move(*box[0])
        self.page.mouse.down()
        self.page.mouse.move(*box[1], steps=4)
        self.page.mouse.up()

    def done(self):
        """Wait until the last change is saved and the widget says so."""
        self.page.wait_for_selector(".isnad-saved:has-text('✓')")

    def selected(self):
        return self.page.locator(".isnad-selected").text_content()

    def choose(self, letters):
        """Type into the field that has the focus and take the first name."""
        self.page.keyboard.type(letters)
        self.page.wait_for_function("letters => [...document.querySelectorAll('.isnad-names:not([hidden]) li')].at(-1)?.textContent.includes(letters)", arg=letters)
        self.press("Enter")

    def value(self, selector):
        return self.page.locator(selector).first.text_content()


PLACES = """(article, [start, end]) => {
  const pieces = [...article.querySelectorAll('.isnad-piece')];
  const box = (place) => {
    const piece = pieces.findLast((p) => Number(p.dataset.start) <= place), range = document.createRange();
    const offset = place - Number(piece.dataset.start);
    range.setStart(piece.firstChild, offset);
    range.setEnd(piece.firstChild, offset + 1);
    return range.getBoundingClientRect();
  };
  article.scrollIntoView({ block: 'center' });
  article.scrollTop += box(start).top - article.getBoundingClientRect().top - 120;
  const from = box(start), to = box(end - 1);
  return [[from.right - 1, from.top + from.height / 2], [to.left + 1, to.top + to.height / 2]];
}"""


def saved(window, folder, coder="me"):
    """Return the coding as it is on the disk."""
    return read_coding(window.folder / folder / "codings" / f"{coder}.json")


def kernel(window, folder, coder="me"):
    """Return the kernel's process id: the lock names it."""
    return json.loads((window.folder / folder / "codings" / f"{coder}.lock").read_text())["pid"]


def test_coding_survives_a_killed_kernel_and_a_reload(browser, lab):
    window, folder = Window(browser, lab, "notebooks/2-annotate.ipynb"), "corpus/unsc_2336"
    text = (window.folder / folder / "article.txt").read_text(encoding="utf-8")
    window.run()

    # A source, by keyboard alone.
    item = window.page.get_attribute(".isnad-list [aria-selected=true]", "data-item")
    while not item.startswith("statements"):
        window.press("ArrowDown")
        item = window.page.get_attribute(".isnad-list [aria-selected=true]", "data-item")
    number = int(item.split("/")[1])
    window.press("s")
    window.choose("تركيا")
    row = wait_for(lambda: next(s for s in saved(window, folder).statements if s.statement_id == number and s.source == "turkey"), "the new source")
    assert (row.status, row.coder) == ("edited", "me") and row.rule

    # A statement, of words selected with the mouse; the keyboard is set to Arabic (ى is on the key of N).
    start, end = span("“هي مرحلة مهمة استعدادا لاستئناف المفاوضات", text)
    window.select(text, start + 2, end - 2)
    assert window.selected() == text[start + 1:end], "whole words"
    window.page.evaluate("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'ى', code: 'KeyN', bubbles: true}))")
    window.choose("مجلس الأمن")
    made = wait_for(lambda: next(s for s in saved(window, folder).statements if s.status == "made"), "the new statement")
    assert made.content == ((start + 1, end),) and made.source == "security_council" and made.sentence_id == 3

    # A stance, of words selected with the keyboard.
    window.done()
    window.press("ArrowLeft", "Shift+ArrowLeft")
    window.press("+")
    window.choose("روسيا")
    stance = wait_for(lambda: next(s for s in saved(window, folder).stances if s.status == "made"), "the new stance")
    assert (stance.target, stance.polarity, stance.source, stance.statement_id) == ("russia", 1, "security_council", made.statement_id)
    assert text[stance.start:stance.end] == stance.evidence and len(stance.evidence.split()) == 2

    # Another sign, and undo.
    window.done()
    window.press("f")
    wait_for(lambda: saved(window, folder).stances and next(s for s in saved(window, folder).stances if s.stance_id == stance.stance_id).polarity == -1, "the other sign")
    window.press("Control+z")
    wait_for(lambda: next(s for s in saved(window, folder).stances if s.stance_id == stance.stance_id).polarity == 1, "undo")
    before = saved(window, folder)

    # The page is loaded anew, the kernel lives: the widget is there again without running a cell.
    window.page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
    window.open()
    window.page.wait_for_selector(".isnad-list li.made")
    assert window.page.locator(".isnad-list li.made").count() == 2

    # The kernel dies without notice.
    window.page.locator(".isnad-article").focus()
    os.kill(kernel(window, folder), signal.SIGKILL)
    window.press("f")
    window.page.wait_for_selector(".isnad-banner:has-text('not saved')")

    window.restart_kernel()
    window.open()
    window.run()
    after = saved(window, folder)
    assert (after.statements, after.stances, after.actors) == (before.statements, before.stances, before.actors)
    assert [s.source for s in after.statements if s.statement_id == number] == ["turkey"]
    state = window.page.locator(".isnad-list li")
    assert state.filter(has_text="Turkey").count() >= 1 and window.page.locator(".isnad-list li.made").count() == 2
    # Undo goes on where it was left: the stance that was made last is undone.
    window.press("Control+z")
    wait_for(lambda: all(s.status != "made" for s in saved(window, folder).stances), "undo of a step made before the kernel died")
    assert window.errors == []
    window.page.close()


@pytest.fixture(scope="module")
def more(browser, lab):
    """A notebook with two widgets: an article of hard text, and a long one."""
    window = Window(browser, lab, "more.ipynb")
    window.page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    window.page.wait_for_function("document.querySelectorAll('.isnad').length == 2")
    yield window
    assert window.errors == []
    window.page.close()


def test_offsets_of_hard_text_are_right_in_the_browser_and_on_the_disk(more):
    widget = more.page.locator(".isnad").nth(0)
    shown = widget.locator(".isnad-text").evaluate_all("nodes => nodes.map((node) => node.textContent)")
    assert shown == [HARD[s.start:s.end] for s in segment(article_from_text(HARD))]
    assert widget.locator(".isnad-article b").count() == 0, "text that looks like HTML stays text"
    widget.locator(".isnad-article").focus()
    for start, end in words(HARD):
        more.press("ArrowLeft")
        assert more.page.evaluate("[...CSS.highlights.get('isnad-selection')].at(-1).toString()") == HARD[start:end] == widget.locator(".isnad-selected").text_content()

    made = ["قَالَ الوزيرُ سامي", "وأضـــاف أن \u2067NATO", "سنة 𐤀 صعبة", "<b>زار</b>"]
    for n, chosen in enumerate(made, 1):
        more.select(HARD, *span(chosen))
        assert widget.locator(".isnad-selected").text_content() == chosen
        more.press("n")
        more.choose("روسيا")
        wait_for(lambda: len(saved(more, "hard").statements) == n, chosen)
        widget.locator(".isnad-saved:has-text('✓')").wait_for()
    assert sorted(HARD[a:b] for s in saved(more, "hard").statements for a, b in s.content) == sorted(made)


def test_six_hundred_sentences_answer_within_a_tenth_of_a_second(more):
    widget = more.page.locator(".isnad").nth(1)
    assert widget.locator(".isnad-sentence").count() == 600
    widget.locator(".isnad-article").focus()
    moving = [pressed(more, widget, "ArrowDown", "item => item.dataset.item !== before") for _ in range(15)]
    deciding = [pressed(more, widget, "Enter", "() => root.querySelector(`[data-item='${before}']`).classList.contains('accepted')") for _ in range(15)]
    print(f"\nkey to paint, 600 sentences: going on {median(moving):.0f} ms (longest {max(moving):.0f}), deciding {median(deciding):.0f} ms (longest {max(deciding):.0f})")
    assert median(moving) < 100 and median(deciding) < 100
    for key, sentence in (("End", 599), ("Home", 0)):
        more.press(key)
        widget.locator(f".isnad-sentence.here[data-sentence='{sentence}']").wait_for()
        assert widget.evaluate(SEEN) == {"sentence": True, "option": True}


def pressed(window, widget, key, shown):
    """Press a key; return the milliseconds until what it changes is painted. Then wait as a reader would: until it is saved."""
    widget.evaluate(PAINT, shown)
    window.press(key)
    taken = window.page.evaluate("window.painted")
    widget.locator(".isnad-saved:not(:has-text('…'))").wait_for(state="attached")
    return taken


SEEN = """(root) => {
  const inside = (node, box) => node.top >= box.top - 1 && node.bottom <= box.bottom + 1;
  const box = (selector) => root.querySelector(selector).getBoundingClientRect();
  return { sentence: inside(box('.isnad-sentence.here'), box('.isnad-article')), option: inside(box('.isnad-list [aria-selected=true]'), box('.isnad-list')) };
}"""

PAINT = """(root, shown) => {
  const current = () => root.querySelector('.isnad-list [aria-selected=true]');
  const before = current().dataset.item, holds = eval(shown);
  window.painted = new Promise((resolve, reject) => setTimeout(() => reject(new Error('nothing happened')), 10000) && root.addEventListener('keydown', (event) => {
    const check = () => (current() && holds(current())) ? requestAnimationFrame(() => setTimeout(() => { watch.disconnect(); resolve(performance.now() - event.timeStamp); })) : null;
    const watch = new MutationObserver(check);
    watch.observe(root, { subtree: true, childList: true, attributes: true });
  }, { capture: true, once: true }));
}"""
