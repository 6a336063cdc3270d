"""How well coders agree, and how far a program's coding can be trusted: two questions that are kept apart.

- `agree(codings)`: agreement between coders (Krippendorff's alpha, F1 of units)
- `validity(person, program)`: a program measured against a person (precision, recall, F1, confusion)
"""

from analysis.agreement.people import Agreement, Disagreement, Measure, agree
from analysis.agreement.validity import Validity, validity

__all__ = ["Agreement", "Disagreement", "Measure", "Validity", "agree", "validity"]
