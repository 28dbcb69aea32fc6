"""Every failure a person may see: what happened, and what they can do about it.

Anything that is not a FamilyTraceError is a bug. No sentence here may carry a
name, a path or a word of a stranger's file: details are numbers and fixed words.
"""

from typing import ClassVar

from familytrace.i18n import N_, _


class FamilyTraceError(Exception):
    """Something the person can act on."""

    message: ClassVar[str] = N_("Something went wrong.")
    remedy: ClassVar[str] = N_("Try again. If it happens again, ask for help.")
    exit_code: ClassVar[int] = 1

    def __init__(self, **details: object) -> None:
        super().__init__(self.message.format(**details))
        self.details = details

    def said(self) -> str:
        """Return what happened, in the language in use."""
        return _(self.message).format(**self.details)

    def advice(self) -> str:
        """Return what to do next, in the language in use."""
        return _(self.remedy).format(**self.details)


class UsageError(FamilyTraceError):
    """The command line was not understood, or asks for what is not there."""

    exit_code = 2
    message = N_("This cannot be done: {reason}.")
    remedy = N_("Look at the help for this command and try again.")


class VaultError(FamilyTraceError):
    """The vault could not do what was asked."""

    exit_code = 3


class WrongPassphraseError(VaultError):
    message = N_("These words do not open this vault. Nothing was changed.")
    remedy = N_("Check the words and their order, or use the recovery code.")


class WrongRecoveryCodeError(VaultError):
    message = N_("This recovery code does not open this vault. Nothing was changed.")
    remedy = N_("Check each group of six digits against your paper.")


class RecoveryCodeTypoError(VaultError):
    message = N_("Group {group} of the recovery code has a mistake.")
    remedy = N_("Look at that group on your paper and type its six digits again.")


class KeysMissingError(VaultError):
    message = N_("The vault's key file is missing. Your records are still there, locked.")
    remedy = N_("Put keys.json or keys.backup.json back beside cases.db, or restore a backup.")


class KeysDamagedError(VaultError):
    message = N_("The vault's key file is damaged. Nothing was changed.")
    remedy = N_("Restore a backup, or put an older copy of keys.json back.")


class KeysChangedError(VaultError):
    message = N_("The vault's key file was changed by something else. Nothing was opened.")
    remedy = N_("Restore a backup, and let somebody you trust look at this computer.")


class VaultMissingError(VaultError):
    message = N_("There is no vault in this place.")
    remedy = N_("Choose the folder whose name ends in .familytrace, or restore a backup.")


class VaultExistsError(VaultError):
    message = N_("There is already something in this place. Nothing was overwritten.")
    remedy = N_("Choose another place.")


class VaultDamagedError(VaultError):
    message = N_("The vault is damaged and was not opened. Nothing was changed.")
    remedy = N_("Restore your last backup. Keep the damaged folder: parts may be saved.")


class VaultEmptyError(VaultError):
    message = N_("The vault's record file is empty or cut short. Nothing was changed.")
    remedy = N_("Restore your last backup. Do not delete this folder.")


class VaultTooNewError(VaultError):
    message = N_("This vault was made by a newer FamilyTrace. Nothing was changed.")
    remedy = N_("Ask the person who gave you FamilyTrace for the newer one.")


class VaultInUseError(VaultError):
    message = N_("This vault is already open in another window or program.")
    remedy = N_("Close the other one, then try again.")


class NoSpaceError(VaultError):
    message = N_("There is no room left on this disk. What was saved before is safe.")
    remedy = N_("Make room on the disk, then try again.")


class ReadOnlyError(VaultError):
    message = N_("This place does not allow writing. Nothing was changed.")
    remedy = N_("Copy the vault to a place where you may write, and open it there.")


class DiskFailedError(VaultError):
    message = N_("The disk did not read or write as asked. What was saved before is safe.")
    remedy = N_("Check that the disk or stick is still plugged in, then make a backup.")


class HistoryBrokenError(VaultError):
    message = N_("The history of this vault does not fit together at entry {number}.")
    remedy = N_("Keep this folder as it is, and compare it with your last backup.")


class OlderCopyError(VaultError):
    message = N_("This vault is older than the one last used on this computer.")
    remedy = N_("If you restored a backup, go on. If not, somebody may have put it back.")


class BackupDamagedError(VaultError):
    message = N_("This backup is damaged or not complete. Nothing was restored.")
    remedy = N_("Use another copy of the backup.")


class NothingToUndoError(VaultError):
    message = N_("There is nothing to undo.")
    remedy = N_("Go on with your work.")


class NotFoundError(VaultError):
    message = N_("This entry is not in the vault.")
    remedy = N_("Look at the list of cases and choose one of them.")


class FileTooBigError(VaultError):
    message = N_("This file is bigger than {limit} MB. It was not added.")
    remedy = N_("Add a smaller copy of it.")


class MediaDamagedError(VaultError):
    message = N_("This file of evidence is damaged or missing.")
    remedy = N_("Take it from your last backup, or add the file again.")


class ConsentError(FamilyTraceError):
    """Consent does not allow this."""

    exit_code = 4


class ConsentMissingError(ConsentError):
    message = N_("Nobody has agreed to this for this recipient and purpose.")
    remedy = N_("Ask the family the questions on the consent page, then try again.")


class ConsentRefusedError(ConsentError):
    message = N_("The family said no to this recipient and purpose.")
    remedy = N_("Nothing leaves. Only the family can open this question again.")


class ConsentLaterError(ConsentError):
    message = N_("The family wants to decide later about this recipient and purpose.")
    remedy = N_("Ask again when they are ready.")


class ConsentExpiredError(ConsentError):
    message = N_("The family's agreement for this recipient has ended.")
    remedy = N_("Ask the questions again. Following up with the same body is still allowed.")


class ConsentWithdrawnError(ConsentError):
    message = N_("The family has withdrawn its agreement for this recipient.")
    remedy = N_("Nothing leaves. Only the family can open this question again.")


class ConsentUnconfirmedError(ConsentError):
    message = N_("This agreement came in from a file and was not confirmed here.")
    remedy = N_("Read it with the family and confirm it before anything leaves.")


class GovernmentConsentError(ConsentError):
    message = N_("This body tells the Chinese government the name, and that was not agreed to.")
    remedy = N_("Ask the family this question on its own, or choose another recipient.")


class ReporterNeededError(ConsentError):
    message = N_("This body takes no anonymous cases, and the sender's name is kept back.")
    remedy = N_("An organisation can send it in its own name, or choose another recipient.")


class CoolingOffError(ConsentError):
    message = N_("This agreement is less than {hours} hours old, and sending cannot be undone.")
    remedy = N_("Wait until tomorrow, or mark the case as urgent with the family.")


class WordingNotReviewedError(ConsentError):
    message = N_("The words read to the family were not checked by a native speaker.")
    remedy = N_("Read them again with an interpreter, and record the interpreter's role.")


class PressureError(ConsentError):
    message = N_("Somebody in the room pressed for this answer, so it does not count.")
    remedy = N_("Ask again when the speaker is alone and calm.")


class MinorConsentError(ConsentError):
    message = N_("The missing person was a child and is now grown up, so this agreement has ended.")
    remedy = N_("Ask the person, if they can be reached, or record a new agreement.")


class PurposeError(ConsentError):
    message = N_("This form cannot be used for this purpose.")
    remedy = N_("Choose one of the purposes that the form names.")


class RecipientUnverifiedError(ConsentError):
    message = N_("Nobody has checked that this recipient's key is really theirs.")
    remedy = N_("Let somebody you know there read the digits aloud, and compare them.")


class PackageError(FamilyTraceError):
    """A package could not be made or was not accepted."""

    exit_code = 5


class NotAPackageError(PackageError):
    message = N_("This is not a FamilyTrace package.")
    remedy = N_("Ask the sender for the file again.")


class WrongKeyError(PackageError):
    message = N_("This package was sealed for somebody else, or your key has changed.")
    remedy = N_("Ask the sender which recipient they chose, and send them your card again.")


class PackageDamagedError(PackageError):
    message = N_("This package is damaged or was changed on its way. Nothing was kept.")
    remedy = N_("Ask the sender to send it again.")


class PackageMalformedError(PackageError):
    message = N_("This package is not built as it must be (reason {code}). Nothing was kept.")
    remedy = N_("Do not open it with another program. Tell the sender.")


class PackageTooNewError(PackageError):
    message = N_("This package was made by a newer FamilyTrace. Nothing was kept.")
    remedy = N_("Ask for the newer FamilyTrace, then open the package again.")


class PackageTooBigError(PackageError):
    message = N_("This package is bigger than is allowed. Nothing was kept.")
    remedy = N_("Ask the sender for a smaller one.")


class SignatureError(PackageError):
    message = N_("The signature in this package does not fit its content. Nothing was kept.")
    remedy = N_("Do not trust this file. Tell the sender.")


class ForSomebodyElseError(PackageError):
    message = N_("This package was made for another recipient and passed on to you.")
    remedy = N_("Nothing was kept. Ask the sender whether they meant you.")


class ReplayedError(PackageError):
    message = N_("You already have this package, or a later one from the same sender.")
    remedy = N_("Nothing was kept. Look for the case in your list.")


class ConsentEndedInPackageError(PackageError):
    message = N_("The family's agreement in this package has ended. It was not kept.")
    remedy = N_("Delete the file, and ask the sender whether the family agrees again.")


class CardError(PackageError):
    message = N_("This recipient card is not valid.")
    remedy = N_("Ask the organisation for its card again.")


class PictureError(PackageError):
    message = N_("This picture could not be read safely.")
    remedy = N_("Try another copy of the picture, as JPEG or PNG.")


class DocumentError(PackageError):
    message = N_("This document could not be shown safely.")
    remedy = N_("Ask the sender for pictures of its pages.")


class WrongWordsError(PackageError):
    message = N_("These words do not open this file. Nothing was changed.")
    remedy = N_("Check the words and their order with the person who told you.")


class WorkerError(PackageError):
    message = N_("The file needed more time or memory than is allowed. Nothing was kept.")
    remedy = N_("Do not open it with another program. Tell the sender.")


class FormError(FamilyTraceError):
    """A form file is wrong, or the form cannot be filled."""

    exit_code = 6


class ProfileError(FormError):
    message = N_("The form file cannot be used: {reason}.")
    remedy = N_("Ask the organisation for a corrected form file.")


class UnknownFormError(FormError):
    message = N_("There is no form of this name.")
    remedy = N_("Look at the list of forms and choose one of them.")


class FormLanguageError(FormError):
    message = N_("This form is not made in that language.")
    remedy = N_("Choose one of the languages that the form names.")


class ImportDocumentError(FormError):
    message = N_("This file does not hold a case as FamilyTrace writes it: {reason}.")
    remedy = N_("Compare it with the published schema (familytrace case schema).")
