# Every target builds .venv first; it needs only make and Python 3.11 or newer.
#   make report    analyse the article of corpus/unsc_2336: figures/ and report/unsc_2336/
#   make test      everything that is checked
#   make lab       the notebooks in JupyterLab
#   make figures   the figures alone
#   make notebooks   run the notebooks anew and keep their outputs
#   make bench     speed and memory of each step
PYTHON ?= python3
ARTICLE ?= corpus/unsc_2336
STAMP := .venv/.installed
BIN := .venv/bin

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: report test figures notebooks lab bench clean

report: $(STAMP)
	$(BIN)/isnad report $(ARTICLE) --language en
	$(BIN)/isnad report $(ARTICLE) --language ar

test: $(STAMP)
	$(BIN)/python -m pytest

figures: $(STAMP)
	$(BIN)/isnad figures $(ARTICLE) --language en
	$(BIN)/isnad figures $(ARTICLE) --language ar

# Run them anew and keep the outputs; 2-annotate and report are forms that are filled in when they are used.
notebooks: $(STAMP)
	$(BIN)/jupyter nbconvert --to notebook --execute --inplace --ExecutePreprocessor.record_timing=False --log-level=ERROR \
	  $(filter-out %/2-annotate.ipynb %/report.ipynb,$(wildcard notebooks/*.ipynb))

lab: $(STAMP)
	$(BIN)/isnad lab

bench: $(STAMP)
	$(BIN)/python -m tests.bench

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "isnad needs Python 3.11 or newer ($(PYTHON) is not). Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@echo "Installing into .venv: once, about 3 minutes and 2.4 GB of disk (longer on a slow connection)"
	@# A venv that was interrupted, or made where ensurepip is missing, has a python but no pip.
	$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[test]'
	touch $@

clean:
	rm -rf .venv build dist *.egg-info
