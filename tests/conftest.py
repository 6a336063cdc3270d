"""What every test shares: no network, no windows, the same random examples in every run, a browser where there is one."""

import os
import shutil
import socket

import pytest
from hypothesis import settings

# Before anything imports matplotlib or transformers; programs that a test starts inherit it.
os.environ["MPLBACKEND"] = "Agg"
os.environ["HF_HUB_OFFLINE"] = "1"

settings.register_profile("isnad", deadline=None, derandomize=True)
settings.load_profile("isnad")

_connect = socket.socket.connect


def _connect_here(self, address):
    """Connect on this machine only: a test that needs the network must fail, not pass where there is one."""
    if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
        raise OSError(f"tests do not use the network (connect to {address[0]})")
    return _connect(self, address)


socket.socket.connect = _connect_here


def pytest_make_parametrize_id(val):
    """Name bytes among a test's parameters: pytest cannot, where Arabic names are shown as they are."""
    return repr(val) if isinstance(val, bytes) else None


@pytest.fixture(scope="session")
def chromium():
    """The path of a Chromium browser. Without one the test is skipped; with ISNAD_REQUIRE_BROWSER=1 (in CI) it fails."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        fail = pytest.fail if os.environ.get("ISNAD_REQUIRE_BROWSER") == "1" else pytest.skip
        fail("needs Chromium: apt-get install chromium")
    return path


@pytest.fixture(scope="session")
def browser(chromium):
    """A headless browser (playwright) that makes no requests of its own."""
    from playwright.sync_api import sync_playwright

    quiet = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=quiet.split())
        yield browser
        browser.close()
