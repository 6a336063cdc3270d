"""A whole corpus: the same bytes however it is run and however often it is stopped, and a clear error for what goes wrong."""

import errno
import gc
import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pyarrow.parquet as pq
import pytest

from analysis import cli
from analysis.errors import InputError
from analysis.pipeline import analyze
from analysis.reading import read_corpus
from analysis.run import files, open_run, run_corpus, shards, worker
from analysis.run.schema import RUN_TABLES
from analysis.tables import to_tables

SENTENCES = ["قال وزير الخارجية الروسي سيرغي لافروف إن موسكو ترحب بالاتفاق رقم {i}.", "واتهمت واشنطن دمشق بخرق الهدنة، مؤكدة أن «النظام» مسؤول عن {i} هجوما.",
             "وأضاف الأمين العام للأمم المتحدة أن المحادثات ستستمر {i} يوما.", "ونقلت وكالة الأنباء عن مصدر في الوزارة قوله إن الوضع هادئ."]


def make_corpus(path, n, bad=True):
    """Write n articles and some lines that are none."""
    with open(path, "w", encoding="utf-8") as file:
        for i in range(n):
            text = "\n".join(SENTENCES[(i + k) % 4].format(i=i * 31 % 97) for k in range(6))
            file.write(json.dumps({"article_id": f"a{i}", "title": f"خبر رقم {i}", "text": text, "outlet": f"صحيفة {i % 3}", "date": f"2031-05-{1 + i % 28:02}"}, ensure_ascii=False) + "\n")
            if bad and i % 20 == 0:
                file.write('{"text": "قال\n')
    return path


def contents(folder):
    """Return {file: bytes} of a run, but for the lock."""
    return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(Path(folder).rglob("*")) if f.is_file() and f.name != ".lock"}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return make_corpus(tmp_path_factory.mktemp("corpus") / "news.jsonl", 60)


@pytest.fixture(scope="module")
def whole(corpus, tmp_path_factory):
    """A run that nothing stopped: one worker, in this process."""
    out = tmp_path_factory.mktemp("whole") / "out"
    run_corpus(corpus, out, workers=1, shard_size=10)
    return out


def start(corpus, out, *options, **kwargs):
    command = [sys.executable, "-m", "analysis.cli", "run", str(corpus), "--out", str(out), "--shard-size", "10", *options]
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # where the tests run in the background it is ignored, and a child inherits that
    try:
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **kwargs)
    finally:
        signal.signal(signal.SIGINT, before)


def wait_for(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def test_the_tables_are_those_of_analyze(whole, corpus):
    run = open_run(whole)
    read = [record.article for record in read_corpus(corpus) if record.article]
    expected = to_tables([analyze(article) for article in read])
    for table, frame in expected.items():
        found = run.table(table)
        assert list(found.columns) == list(frame.columns)
        assert len(found) == len(frame) and found.drop(columns="content", errors="ignore").equals(frame.drop(columns="content", errors="ignore")), table
    assert run.coding("a7") == analyze(next(a for a in read if a.article_id == "a7"))
    early = [c.article.article_id for c in run.codings("outlet = ? AND date < ?", ["صحيفة 1", "2031-05-06"])]
    assert early == [f"a{i}" for i in range(60) if i % 3 == 1 and i % 28 < 5]


def test_everything_is_accounted_for(whole):
    run = open_run(whole)
    rejects = [json.loads(line) for line in (whole / "rejects.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(r["file"], r["line"]) for r in rejects] == [("news.jsonl", 2), ("news.jsonl", 23), ("news.jsonl", 44)]
    assert run.summary["articles"] == 60 and run.summary["rejects"] == 3 and run.summary["encodings"] == {"UTF-8": 60}
    assert run.summary["rows"] == {table: len(run.table(table)) for table in RUN_TABLES if table != "articles"}
    assert run.manifest["word_lists"] and run.manifest["corpus"]["files"] == 1
    assert not list(whole.rglob("*.tmp"))


def test_the_first_record_without_a_coding_is_named_with_its_reason(whole, corpus, capsys):
    assert cli.main(["run", str(corpus), "--out", str(whole), "--shard-size", "10"]) == 0
    [line] = [line for line in capsys.readouterr().out.splitlines() if "could not be read" in line]
    assert line.startswith("3 records could not be read or coded, the first: news.jsonl, line 2: ") and line.endswith("rejects.jsonl") and "JSON" in line


def test_sql_counts_what_pandas_counts(whole):
    run = open_run(whole)
    counted = run.sql("SELECT outlet, count(*) AS n, sum(depth) AS deep FROM statements JOIN articles USING (article_id) GROUP BY outlet ORDER BY outlet")
    joined = run.table("statements").merge(run.table("articles", ["article_id", "outlet"]), on="article_id")
    assert counted["n"].tolist() == joined.groupby("outlet").size().tolist()
    assert str(counted["deep"].dtype) == "Int64"
    with pytest.raises(InputError, match="no table"):
        run.table("nothing")
    with pytest.raises(InputError, match="no article"):
        run.coding("nobody")


def test_the_collector_of_cycles_rests_while_a_shard_is_coded_and_nothing_is_left_for_it(tmp_path, monkeypatch):
    states = []
    monkeypatch.setattr(worker, "analyze", lambda *given: states.append(gc.isenabled()) or analyze(*given))
    run_corpus(make_corpus(tmp_path / "news.jsonl", 30, bad=False), tmp_path / "out", workers=1)
    assert len(states) >= 30 and not any(states) and gc.isenabled()
    # In a process of its own: what other tests have left behind would be counted too.
    code = "import gc; from analysis.run import worker; from tests.bench import make_article; worker.code_articles([make_article(seed) for seed in range(20)]); gc.collect()\n" \
           "with worker.uncollected():\n worker.code_articles([make_article(seed) for seed in range(20)]); print(gc.collect())"
    assert int(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout) < 100


def test_two_processes_give_the_same_bytes(corpus, whole, tmp_path):
    """Also where the hash seed of strings differs, on which the order of sets hangs."""
    run = start(corpus, tmp_path / "out", "--workers", "2", env={**os.environ, "PYTHONHASHSEED": "1"})
    out, err = run.communicate(timeout=120)
    assert run.returncode == 0, err
    assert contents(tmp_path / "out") == contents(whole)
    assert "60 articles coded" in out and "60 of 60 articles (100 %)" in err


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_stopped_leaves_no_worker_and_goes_on_to_the_same_end(tmp_path, blow):
    corpus = make_corpus(tmp_path / "news.jsonl", 1000)
    run_corpus(corpus, tmp_path / "whole", workers=1, shard_size=50)
    run = start(corpus, tmp_path / "out", "--workers", "2", "--shard-size", "50")
    wait_for(lambda: (tmp_path / "out/state/coded-000001.json").exists() or run.poll() is not None)
    children = psutil.Process(run.pid).children(recursive=True)
    run.send_signal(blow)
    run.communicate(timeout=60)
    _, alive = psutil.wait_procs(children, timeout=20)
    assert len(children) >= 2 and not alive
    done = sorted((tmp_path / "out/state").glob("coded-*"))
    assert run.returncode == (130 if blow == signal.SIGINT else -9) and 0 < len(done) < 20 and not (tmp_path / "out/summary.json").exists()
    partial = open_run(tmp_path / "out")
    assert partial.summary is None and len(partial.table("articles")) == 50 * len(partial._shards())
    times = {path: path.stat().st_mtime_ns for path in done}
    summary = run_corpus(corpus, tmp_path / "out", workers=1, shard_size=50)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole") and summary["articles"] == 1000
    assert {path: path.stat().st_mtime_ns for path in done} == times


def test_a_killed_worker_costs_nothing(tmp_path):
    long = make_corpus(tmp_path / "news.jsonl", 150)
    run = start(long, tmp_path / "out", "--workers", "2")
    wait_for(lambda: (tmp_path / "out/state/coded-000001.json").exists())
    busy = [child for child in psutil.Process(run.pid).children() if "spawn_main" in " ".join(child.cmdline())]
    busy[0].kill()
    _, err = run.communicate(timeout=120)
    assert run.returncode == 0, err
    run_corpus(long, tmp_path / "whole", workers=1, shard_size=10)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_dask_gives_the_same_bytes_though_a_worker_is_killed(tmp_path):
    corpus = make_corpus(tmp_path / "news.jsonl", 150)
    run_corpus(corpus, tmp_path / "whole", workers=1, shard_size=10)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(tmp_path / "s.json")]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(tmp_path / "s.json"), "--nthreads", "1", "--no-dashboard", "--no-nanny", "--local-directory", str(tmp_path)]
    started = [subprocess.Popen(dask, **quiet)]
    try:
        wait_for(lambda: (tmp_path / "s.json").exists())
        started += [subprocess.Popen(worker, **quiet) for _ in range(2)]
        address = json.loads((tmp_path / "s.json").read_text())["address"]
        run = start(corpus, tmp_path / "out", "--scheduler", address)
        wait_for(lambda: (tmp_path / "out/state/coded-000001.json").exists())
        started[1].kill()
        _, err = run.communicate(timeout=120)
        assert run.returncode == 0, err
    finally:
        for process in started:
            process.kill()
            process.wait()
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_no_scheduler_answers(tmp_path, corpus, monkeypatch):
    from analysis.run import pools

    monkeypatch.setattr(pools, "PATIENCE", 1)
    with pytest.raises(InputError, match="no Dask scheduler answers"):
        run_corpus(corpus, tmp_path / "out", scheduler="tcp://127.0.0.1:1")


def test_two_runs_do_not_share_a_folder(tmp_path, corpus):
    with files.locked(tmp_path / "out"):
        run = start(corpus, tmp_path / "out")
        _, err = run.communicate(timeout=60)
    assert run.returncode == 2 and "another run is writing into this folder" in err


@pytest.mark.parametrize("step", ["articles", "stances", "copies-000002", "coded-000003", "stories", "rejects", "summary"])
def test_a_full_disk_leaves_no_half_file_and_the_run_goes_on_later(tmp_path, corpus, whole, monkeypatch, step):
    flush = files._flush

    def full(path):
        if step in str(path):
            path.write_bytes(path.read_bytes()[:10]) if path.is_file() else None
            raise OSError(errno.ENOSPC, "No space left on device")
        flush(path)

    monkeypatch.setattr(files, "_flush", full)
    with pytest.raises(InputError, match="the disk is full"):
        run_corpus(corpus, tmp_path / "out", workers=1, shard_size=10)
    half = contents(tmp_path / "out")
    assert half.items() <= contents(whole).items() | {("rejects.jsonl", half.get("rejects.jsonl"))}
    assert not list((tmp_path / "out").rglob("*.tmp"))
    monkeypatch.setattr(files, "_flush", flush)
    run_corpus(corpus, tmp_path / "out", workers=1, shard_size=10)
    assert contents(tmp_path / "out") == contents(whole)


def test_a_file_that_may_not_grow_is_an_error_of_one_line(tmp_path, corpus):
    """A limit that the system itself enforces, not a function of the test's."""
    limit = (1000, resource.getrlimit(resource.RLIMIT_FSIZE)[1])
    run = start(corpus, tmp_path / "out", "--workers", "1", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit))
    _, err = run.communicate(timeout=60)
    assert run.returncode == 2 and "the disk is full" in err.splitlines()[-1] and "Traceback" not in err


def test_a_folder_that_cannot_be_written(tmp_path, corpus, capsys):
    (tmp_path / "file").write_text("")
    for out in (tmp_path / "file", tmp_path / "file" / "out", Path("/proc/none")):
        assert cli.main(["run", str(corpus), "--out", str(out)]) == 2
        assert "cannot be written" in capsys.readouterr().err


def test_another_corpus_program_or_option_does_not_go_on(tmp_path, corpus, whole, monkeypatch):
    for change, match in (({"shard_size": 20}, "another shard size"), ({"mapping": {"text": "title"}}, "another mapping")):
        with pytest.raises(InputError, match=match):
            run_corpus(corpus, whole, workers=1, **{"shard_size": 10, **change})
    with pytest.raises(InputError, match="another corpus"):
        run_corpus(make_corpus(tmp_path / "other.jsonl", 2), whole, workers=1, shard_size=10)
    with pytest.raises(InputError, match="lies in the corpus"):
        run_corpus(corpus.parent, corpus.parent / "out")
    with pytest.raises(InputError, match="no such file"):
        run_corpus(tmp_path / "none", tmp_path / "out")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / ".other.tmp").write_text("")
    (tmp_path / "full" / "letter.txt").write_text("")
    with pytest.raises(InputError, match="is not empty"):
        run_corpus(corpus, tmp_path / "full", workers=1)
    assert (tmp_path / "full" / ".other.tmp").exists()
    job = worker.Job(str(whole), 0, None, None, "0" * 64)
    with pytest.raises(InputError, match="another version"):
        worker.code_shard(job)


def test_a_fault_of_ours_in_one_article_costs_that_article_alone(tmp_path, corpus, monkeypatch):
    def faulty(article, *rest):
        return analyze(article, *rest) if article.article_id != "a3" else 1 / 0

    monkeypatch.setattr(worker, "analyze", faulty)
    summary = run_corpus(corpus, tmp_path / "out", workers=1, shard_size=10)
    assert summary["articles"] == 59
    [reject] = [r for r in map(json.loads, (tmp_path / "out/rejects.jsonl").read_text().splitlines()) if r["article_id"]]
    assert reject["article_id"] == "a3" and "ZeroDivisionError" in reject["reason"]
    assert sum(1 for _ in open_run(tmp_path / "out").codings()) == 59
    monkeypatch.setattr(worker, "analyze", lambda *_: 1 / 0)
    worker._try_out.cache_clear()
    with pytest.raises(ZeroDivisionError):  # a broken installation is no property of the articles
        run_corpus(corpus, tmp_path / "out2", workers=1, shard_size=10)
    worker._try_out.cache_clear()


def test_repeated_ids_are_rejected_and_ids_are_remembered_in_little(tmp_path):
    line = json.dumps({"article_id": "x", "text": SENTENCES[0]}, ensure_ascii=False) + "\n"
    (tmp_path / "a.jsonl").write_text(line * 3, encoding="utf-8")
    assert run_corpus(tmp_path / "a.jsonl", tmp_path / "out", workers=1)["rejects"] == 2
    assert "has occurred before" in (tmp_path / "out/rejects.jsonl").read_text(encoding="utf-8")
    seen = shards.Seen()
    seen.RECENT = 50
    assert all(seen.add(f"a{i}") for i in range(120)) and not any(seen.add(f"a{i}") for i in range(120))


def test_a_corpus_without_a_single_article(tmp_path, capsys):
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02" * 99)
    assert cli.main(["run", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out")]) == 2
    captured = capsys.readouterr()
    assert "no article could be read" in captured.err and "0 articles coded" in captured.out
    assert captured.err.count("a.txt") == 2 and "a.txt" not in captured.out and " of 0 articles" not in captured.err, "the reason is said once"
    assert len(open_run(tmp_path / "out").table("statements")) == 0
    with pytest.raises(InputError, match="manifest"):
        open_run(tmp_path)


def test_hostile_articles_go_through(tmp_path):
    texts = ["«" * 20_000 + "قال", "ًٌٍ" * 900 + " قال الوزير إن الأمر انتهى", "." * 2_000 + "قال", "قال " * 500, "قال الوزير: " + "إن " * 900, "<script>alert(1)</script> قال الوزير إن =1+1 انتهى"]
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"text": text}) for text in texts), encoding="utf-8")
    summary = run_corpus(tmp_path / "a.jsonl", tmp_path / "out", workers=1)
    assert summary["articles"] == len(texts), (tmp_path / "out/rejects.jsonl").read_text()
    for name in RUN_TABLES:
        assert pq.read_table(tmp_path / "out" / name).num_rows >= 0


def test_a_large_table_is_not_loaded_by_accident(whole, monkeypatch):
    from analysis.run import results

    monkeypatch.setattr(results, "MOST_ROWS", 10)
    with pytest.raises(InputError, match="too many for pandas"):
        open_run(whole).table("sentences")
