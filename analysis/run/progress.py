"""Say how far a run is: articles coded, rate, time left."""

import time


class Progress:
    """Counts of a run that is under way, and the line that shows them: on a terminal always, into a file now and then."""

    def __init__(self, stream=None):
        self.stream = stream
        self.read = self.coded = self.before = 0
        self.whole = False
        self.began = self._last = time.monotonic()

    def __str__(self):
        """Return the line: `12,500 of 100,000 articles (12 %), 281 a second, 5 min left`."""
        rate = self.rate()
        total = f" of {self.read:,}" if self.whole else f" ({self.read:,} read so far)"
        share = f" ({100 * self.coded // max(1, self.read)} %)" if self.whole else ""
        left = f", {duration((self.read - self.coded) / rate)} left" if self.whole and rate else ""
        return f"{self.coded:,}{total} articles{share}, {rate:,.0f} a second{left}"

    def rate(self):
        """Return the articles coded a second since this run began; what an earlier one did does not count."""
        return (self.coded - self.before) / max(1e-6, time.monotonic() - self.began)

    def show(self, last=False):
        """Write the line if it is time to."""
        now, terminal = time.monotonic(), self.stream is not None and self.stream.isatty()
        if self.stream is None or last and not self.read or not last and now - self._last < (0.2 if terminal else 30):
            return
        self._last = now
        print(f"\r{self}\x1b[K" if terminal else self, end="\n" if last or not terminal else "", file=self.stream, flush=True)


def duration(seconds):
    """Return a time in words.

    >>> duration(42), duration(200), duration(8000)
    ('42 s', '3 min', '2 h 13 min')
    """
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
