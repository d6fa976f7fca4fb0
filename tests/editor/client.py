"""A client of a language server, as small as the tests need: over stdin and stdout."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from queue import Queue
from threading import Thread
from types import TracebackType
from typing import Any, Self


class Client:
    """Speaks the Language Server Protocol with a process; waits at most `patience`
    seconds for an answer, then raises queue.Empty."""

    def __init__(
        self, command: list[str], root: Path, settings: dict[str, Any]
    ) -> None:
        self.root = root
        self.settings = settings
        self.patience = 60
        self._next = 0
        self._answers: Queue[dict[str, Any]] = Queue()
        self._told: Queue[dict[str, Any]] = Queue()
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root
        )
        Thread(target=self._listen, daemon=True).start()
        capabilities = {"workspace": {"configuration": True}}
        self.ask(
            "initialize",
            {"processId": None, "rootUri": root.as_uri(), "capabilities": capabilities},
        )
        self.tell("initialized", {})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()
        self._process.wait()

    def open(self, uri: str, text: str) -> list[dict[str, Any]]:
        """Opens a file and returns what is marked in it."""
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        while True:
            told = self._told.get(timeout=self.patience)
            if told["uri"] == uri:
                found: list[dict[str, Any]] = told["diagnostics"]
                return found

    def completions(self, uri: str, line: int, character: int) -> list[dict[str, Any]]:
        """What is offered at a place, counted from 0."""
        where = {"line": line, "character": character}
        answer = self.ask(
            "textDocument/completion", {"textDocument": {"uri": uri}, "position": where}
        )
        found: list[dict[str, Any]] = answer["items"]
        return found

    def hover(self, uri: str, line: int, character: int) -> str:
        """What is said of a place, counted from 0."""
        where = {"line": line, "character": character}
        answer = self.ask(
            "textDocument/hover", {"textDocument": {"uri": uri}, "position": where}
        )
        return str(answer["contents"]["value"])

    # --- the protocol ---------------------------------------------------------------

    def ask(self, method: str, params: Any) -> Any:
        """A request and its answer."""
        self._next += 1
        self._send({"id": self._next, "method": method, "params": params})
        while True:
            answer = self._answers.get(timeout=self.patience)
            if answer["id"] == self._next:
                assert "error" not in answer, answer
                return answer["result"]

    def tell(self, method: str, params: Any) -> None:
        """A notification."""
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self._process.stdin
        assert stream is not None
        stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        stream.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while True:
            length = 0
            while (line := stream.readline().strip()) or not length:
                if not line:
                    return
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            self._take(json.loads(stream.read(length)))

    def _take(self, message: dict[str, Any]) -> None:
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self._told.put(message["params"])
        elif method == "workspace/configuration":
            asked = message["params"]["items"]
            found = [self.settings.get(one["section"]) for one in asked]
            self._send({"id": message["id"], "result": found})
        elif method is not None and "id" in message:
            self._send({"id": message["id"], "result": None})
        elif method is None:
            self._answers.put(message)
