"""The extractor as a service: an HTTP process without the model, and a supervisor with the worker processes of `extractor run`.

    request ─► guards ─► routes ─► Workers ═pipe═► supervisor ─► Pool ─► worker: reads, extracts, writes
                                      ▲                                     │
                                      └──────────── Outcome ◄───────────────┘

The HTTP process waits for everything and works on nothing: what reading an upload or extracting an article may do to a process,
it does to a worker, and costs that article only. Needs the extra ``[serve]``.
"""
