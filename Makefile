# make demo   set everything up and extract claims from the corpus
# make test   set everything up and run every check
# make bench  measure speed against spaCy and others, and write docs/benchmarks.md
# make lock   pin the newest allowed version of every dependency, with hashes
# make schema write models/schema from the records
# make docs   make a site of docs/ in build/site
# make rules  write docs/rules.md, the rules by their names in words

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

.PHONY: demo test bench lock schema rules docs clean

demo: .venv/ready
	$(BIN)/extractor extract corpus/articles -o demo.jsonl
	$(BIN)/extractor show "$$(ls corpus/articles/*.txt | head -n 1)"
	@echo "demo.jsonl holds $$(wc -l < demo.jsonl) claims of $$(ls corpus/articles/*.txt | wc -l) articles, one JSON object a line."

test: .venv/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses 2 --dist loadfile

# Another folder or JSON Lines file: make bench TEXTS=…
TEXTS ?= corpus/articles
bench: .venv/ready
	$(BIN)/python benchmarks/speed.py --texts $(TEXTS) --out docs/benchmarks.md

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# pip-tools in an environment of its own, deaf to this machine's pip settings: the locks must hold PyPI's names and hashes only.
# requirements.lock is for developers and tests; requirements-serve.lock, with the same versions, for the container.
COMPILE = env -u PIP_FIND_LINKS -u PIP_INDEX_URL -u PIP_EXTRA_INDEX_URL PIP_CONFIG_FILE=/dev/null \
    CUSTOM_COMPILE_COMMAND="make lock" \
    build/lock/bin/pip-compile --quiet --allow-unsafe --strip-extras --generate-hashes \
    --no-emit-find-links --no-emit-index-url --no-emit-trusted-host
lock:
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet --disable-pip-version-check pip-tools
	$(COMPILE) --upgrade --extra dev --output-file requirements.lock pyproject.toml
	grep -oE '^[a-zA-Z0-9_.-]+==[^ ;\]+' requirements.lock > build/requirements.lock
	$(COMPILE) --extra serve --extra warc --extra zst --all-build-deps --constraint build/requirements.lock \
	    --output-file requirements-serve.lock pyproject.toml

schema: .venv/ready
	for layout in claim article; do \
	    $(BIN)/python -c "from extractor.writers.schema import Layout, json_schema; print(json_schema(Layout('$$layout')), end='')" \
	        > models/schema/$$layout.json; done

rules: .venv/ready
	$(BIN)/python -m extractor.explain.page > docs/rules.md

# An environment of its own: nothing that the site needs may get into the lock of what runs and tests extractor.
docs:
	$(PYTHON) -m venv build/docs
	build/docs/bin/python -m pip install --quiet --disable-pip-version-check 'mkdocs-material>=9.5,<10' 'mkdocs>=1.6,<2'
	build/docs/bin/mkdocs build --strict --quiet
	@echo "build/site/index.html"

clean:
	rm -rf .venv build demo.jsonl
