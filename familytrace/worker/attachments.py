"""The pictures that travel: each rebuilt from pixels in quarantine, together small enough."""

from collections.abc import Callable, Sequence

from familytrace.consent.gate import Attachment
from familytrace.worker.pictures import rebuild_document_page, rebuild_picture

_LEAST = 150_000
_PDF = b"%PDF-"


def rebuild_attachments(
    attachments: Sequence[Attachment],
    original: Callable[[str], bytes],
    *,
    target: int,
    progress: Callable[[int, int], None],
) -> dict[str, bytes]:
    """Return a JPEG for each attachment, by name.

    ``original`` gives a file's bytes by its id; ``target`` is how many bytes all
    pictures together should have. Raises PictureError or DocumentError.
    """
    share = max(target // max(len(attachments), 1), _LEAST)
    built: dict[str, bytes] = {}
    for done, attachment in enumerate(attachments):
        progress(done, len(attachments))
        data = original(attachment.evidence_id)
        if data.startswith(_PDF):
            rebuilt = rebuild_document_page(data, attachment.page, target_bytes=share)
        else:
            rebuilt = rebuild_picture(data, target_bytes=share)
        built[attachment.name] = rebuilt.jpeg
    progress(len(attachments), len(attachments))
    return built
