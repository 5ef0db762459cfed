"""What a spreadsheet leaves in a cell where it has no value: no answer, and never an empty one."""

import re

NO_RESULT = "#formula without a result"
NO_VALUE = "#ERROR!"

# Excel's errors in any language (#REF!, #DIV/0!, #¿NOMBRE?, #NV), and LibreOffice's.
_ERROR = re.compile(r"#¿?[^\W\d][\w/ ]*[!?]|#N/[AD]|#NV|#GETTING_DATA|Err:\d{3}")
_TOO_NARROW = re.compile(r"#{4,}")
_SHORTENED = re.compile(r"[-+]?\d(?:[.,]\d+)?E[-+]\d\d+")
_MEND = "correct its formula, or delete it to leave the cell empty"


def why_spoiled(text: str) -> str | None:
    """Why a cell with this text says nothing, None where it does."""
    if text == NO_RESULT:
        return (
            "this formula has no result in the file: open it in Excel, save it, and run this again"
        )
    if _ERROR.fullmatch(text):
        return f"the spreadsheet shows an error here, '{text}': {_MEND}"
    if _TOO_NARROW.fullmatch(text):
        return "the column was too narrow to show this: make it wider, and save the table again"
    if _SHORTENED.fullmatch(text):
        return f"the spreadsheet shortened this number to '{text}': show all digits, and save again"
    return None
