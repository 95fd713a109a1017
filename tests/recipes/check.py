"""Checks the `jwcrypto` recipes both ways against the app's own code (`examples/bundle.rs`)."""

import json
import os
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent
folder = root / "target/tmp/recipes-jwcrypto"
folder.mkdir(parents=True, exist_ok=True)


def run(*command, passphrase="héron-kettle-plum-gravité-otter-lantern"):
    environment = {**os.environ, "HEARTH_PASSPHRASE": passphrase, "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{command} failed:\n{done.stderr.decode(errors='replace')}")
    return done.stdout


def app(*arguments):
    return run("cargo", "run", "--quiet", "--example", "bundle", "--", *map(str, arguments))


def recipe(name, file, **options):
    return run(sys.executable, str(here / name), str(file), **options)


def same(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what}: not the payload that went in")
    print(f"{what}: the same, {len(found)} bytes")


text = "Fictional. Cwtch, ਘਰ, خاندان, 家, 🦉, <b>bold</b>. "
payload = folder / "payload.json"
content = {"format": "check", "texts": [f"{text}{n}" for n in range(20_000)]}
payload.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
original = payload.read_bytes()

ours = folder / "ours.json"
app("seal", payload, ours)
same("Made by Hearth, opened by jwcrypto", recipe("open_with_jwcrypto.py", ours), original)

theirs = folder / "theirs.json"
opened = folder / "opened.json"
theirs.write_bytes(recipe("seal_with_jwcrypto.py", payload))
app("open", theirs, opened)
same("Made by jwcrypto, opened by Hearth", opened.read_bytes(), original)

frozen = root / "tests/fixtures/bundles"
same(
    "The frozen bundle of version 1, opened by jwcrypto",
    recipe("open_with_jwcrypto.py", frozen / "v1.json", passphrase="héron-kettle-plum-gravité"),
    (frozen / "v1.payload.json").read_bytes(),
)
