"""podcast:guid: who a show is, whatever its address becomes.

It is a UUIDv5 of the feed's first address (without scheme and slashes at its end), assigned once. It is
kept in audio/.shows.json, beside the manifests, since the feeds can be deleted at any time. A show that has
no base_url yet gets a passing one, from its folder: the lasting one is assigned with the first address.
"""

from __future__ import annotations

import json
import platform
import uuid
from pathlib import Path

from podcaster.errors import PodcasterError
from podcaster.files import write_file

#: Namespace of podcast:guid, from the podcast namespace's specification.
NAMESPACE = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
STATE = ".shows.json"
#: What to do where that file is damaged; the key of a project's only show is `podcast`.
MEND = 'write {"podcast": "<the podcast:guid of the published feed>"} into it'


def guid_of(url: str) -> str:
    """The podcast:guid of a feed's address.

    >>> guid_of("https://podnews.net/rss")
    '9b024349-ccf0-5f69-a609-6b82873eab3c'
    """
    return str(uuid.uuid5(NAMESPACE, url.partition("://")[2].rstrip("/")))


def known_guids(audio: Path) -> dict[str, str]:
    """The guids that shows have been given: key -> guid. Raises PodcasterError where they cannot be read."""
    path = audio / STATE
    try:
        known = json.loads(path.read_bytes())
        return {str(name): str(uuid.UUID(value)) for name, value in known.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise PodcasterError(f"{path}: is damaged ({error}); {MEND}.") from error


def show_guid(audio: Path, key: str, url: str | None) -> str:
    """The guid of the show `key`: the one it has been given, else one of its address `url`, which is kept.

    `url` None: the show has no address of its own yet. Raises PodcasterError where the record is damaged,
    as a new guid would make another show of it.
    """
    guids = known_guids(audio)
    if key in guids:
        return guids[key]
    if url is None:
        return guid_of(f"local://{platform.node()}{audio.resolve()}/{key}")
    guids[key] = guid_of(url)
    write_file(audio / STATE, json.dumps(guids, indent=1, sort_keys=True) + "\n")
    return guids[key]
