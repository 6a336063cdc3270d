"""Open the notebooks in JupyterLab. Stop it with Ctrl-C.

Example:
  isnad lab
  isnad lab --no-browser --port 8899
"""

import os
import sys
from pathlib import Path

from analysis.errors import InputError

HERE = Path(__file__).parents[2]


def add_arguments(parser):
    parser.add_argument("--no-browser", action="store_true", help="print the address instead of opening a browser")
    parser.add_argument("--port", type=int, help="the port to listen on (default: 8888 or the next free one)")


def run(args):
    os.execv(sys.executable, command(root(Path.cwd()), args.port, browser=not args.no_browser))


def command(root, port=None, browser=True):
    """Return the command line that starts JupyterLab on the notebooks of a copy of the project."""
    options = [f"--ServerApp.root_dir={root}", "--LabApp.default_url=/lab/tree/notebooks"]
    options += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"] if port else []
    options += [] if browser else ["--no-browser"]
    # In a container one is often root, whom Jupyter otherwise turns away.
    options += ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return [sys.executable, "-m", "jupyterlab", *options]


def root(folder, installed=HERE):
    """Return the folder that holds notebooks/: the present one, one above it, or the copy the package was installed from."""
    for place in (folder, *folder.parents, installed):
        if (place / "notebooks").is_dir():
            return place
    raise InputError("no notebooks/ here or above", where=str(folder), remedy="change to a copy of the project")
