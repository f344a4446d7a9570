# The service as a container: slim, without root, model inside, nothing written outside /tmp.
#   docker build -t extractor .
#   docker run --read-only --tmpfs /tmp -p 127.0.0.1:8765:8765 -e EXTRACTOR_TOKEN=… extractor
FROM python:3.11-slim AS build
WORKDIR /build
RUN python -m venv /opt/extractor
COPY requirements-serve.lock ./
RUN /opt/extractor/bin/python -m pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements-serve.lock
COPY pyproject.toml setup.py README.md LICENSE ./
COPY extractor ./extractor
COPY models ./models
RUN /opt/extractor/bin/python -m pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation . \
 && /opt/extractor/bin/python -m pip uninstall --yes --quiet setuptools pip

FROM python:3.11-slim
LABEL org.opencontainers.image.title="extractor" \
      org.opencontainers.image.description="Claims out of news articles" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN useradd --system --no-create-home --uid 10001 extractor
COPY --from=build /opt/extractor /opt/extractor
ENV PATH=/opt/extractor/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    HOME=/tmp
USER 10001
WORKDIR /tmp
EXPOSE 8765
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8765/health', timeout=4)"]
ENTRYPOINT ["extractor"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8765"]
