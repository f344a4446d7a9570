"""Write ``drill.jsonl``: short made-up articles that show each construction with many words, for learning beside the articles.

    python corpus/drill.py > corpus/drill.jsonl

Every template is a construction of the guidelines in their notation, tags cut short; braces are filled from the lists in turn, so
that the same templates and lists give the same file.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from itertools import count

from extractor.markup import parse

LISTS = {
    "S": (
        "Ann Lee",
        "Tom Rudd",
        "the ministry",
        "Mayor Lena Ortiz",
        "the police chief",
        "the union",
        "Dr Nadia Farouk",
        "Norbank",
        "a spokesman for the port",
        "Jan Weber of the growers' union",
        "the Department for Rivers",
        "she",
        "one official",
        "he",
        "a person familiar with the plan",
        "Piet Maes of the mill",
        "the airline",
        "her neighbour",
        "the report",
        "Eva Holm",
    ),
    "PAST": (
        "said",
        "added",
        "warned",
        "told reporters",
        "announced",
        "explained",
        "argued",
        "noted",
        "insisted",
        "admitted",
        "claimed",
        "told the BBC",
        "wrote",
        "estimated",
        "confirmed",
        "complained",
        "stressed",
        "recalled",
        "conceded",
        "reported",
    ),
    "NOW": (
        "says",
        "notes",
        "adds",
        "claims",
        "states",
        "comments",
        "counters",
        "fumes",
        "jokes",
        "estimates",
        "reports",
        "warns",
        "argues",
        "explains",
        "insists",
        "admits",
        "writes",
        "recalls",
        "replies",
        "agrees",
        "laughs",
        "predicts",
    ),
    "THAT": (
        "notes",
        "claims",
        "states",
        "estimates",
        "reports",
        "argues",
        "predicts",
        "complains",
        "projects",
        "jokes",
        "counters",
    ),
    "CL": (
        "the plant employs 400 people",
        "exports fell by 4 percent",
        "the bridge will close in May",
        "nobody was asked",
        "the fund lost €3 million in January",
        "rents have doubled since 2015",
        "the ferry was late on 12 days",
        "the dam is safe",
        "prices will rise again",
        "three crews were arrested",
        "the clinic has no beds left",
        "turnout reached 61 percent",
        "the fire began in a bakery",
        "wages have not kept up",
        "the harvest was the worst in a decade",
        "the talks have failed",
        "two thirds of the drivers stayed at home",
        "the tunnel needs another year",
        "taxes on fuel would fall",
        "the vote was fair",
    ),
    "Q": (
        "We lost everything",
        "It is a disgrace",
        "Nobody told us",
        "The road is closed",
        "We have hired 390 people",
        "It was the worst night of my life",
        "They promised us a school",
        "I think we can win",
        "This will cost jobs",
        "There is no plan",
        "You could hear it for miles",
        "We are proud of what they did",
        "The water came up to here",
    ),
    "TAIL": (
        "down from 900 in 2010",
        "compared with 12 a year earlier",
        "up from a third in May",
        "against 31 percent before the war",
        "versus 40 last spring",
        "the lowest since 1998",
        "a rise of 6 percent",
        "well below the target",
        "from 14 in March",
    ),
    "LABEL": (
        "Ann Lee, chief executive of Norbank",
        "Tom Rudd (farmer)",
        "GOV. LENA ORTIZ (D)",
        "JAN WEBER, GROWER",
        "Moderator",
        "Eva Holm, head of the clinic",
        "Ann Lee (Leeds) (Lab)",
        "REPORTER",
        "Professor Piet Maes",
        "Minister",
        "PRIYA NAIR, ENGINEER",
    ),
    "HEAD": (
        "Minister",
        "PM",
        "Police",
        "Norbank",
        "UN",
        "Study",
        "Farmers",
        "Ministers",
        "Ruiz",
        "Union",
        "Officials",
    ),
}
SAID = "<s1>{S}</s1> <q1>{PAST}</q1>"
TEMPLATES = {
    "quotation before cue": '<c1>"{Q},"</c1> <s1>{S}</s1> <q1>{NOW}</q1>.',
    "quotation before cue and source": '<c1>"{Q},"</c1> <q1>{NOW}</q1> <s1>{S}</s1>.',
    "quotation behind comma": '<s1>{S}</s1> <q1>{NOW}</q1>, <c1>"{Q}."</c1>',
    "quotation behind colon": '<s1>{S}</s1> <q1>{NOW}</q1>: <c1>"{Q}."</c1>',
    "adding": '<c1>"{Q},"</c1> <s1><s2>{S}</s1></s2> <q1>{NOW}</q1>, <q2>adding</q2> <c2>that {CL}</c2>.',
    "that": "<s1>{S}</s1> <q1>{THAT}</q1> <c1>that {CL}</c1>.",
    "tail": "<c1>{CL}</c1>, {SAID}, <c1>{TAIL}</c1>.",
    "no tail": "<c1>{CL}</c1>, {SAID}.",
    "second clause": "<c1>{CL}</c1>, {SAID}; <c1>{CL}</c1>.",
    "second clause behind the source": "<c1>{CL}</c1>, <q1>said</q1> <s1>{S}</s1>; <c1>{CL}</c1>.",
    "according to": "<q1>According to</q1> <s1>{S}</s1>, <c1>{CL}</c1>.",
    "according to a publication": "<q1>According to</q1> <s1>figures published on Thursday</s1>, <c1>{CL}</c1>.",
    "according to without comma": "<q1>According to</q1> <s1>Rathbun</s1> <c1>{CL}</c1>.",
    "according to at the end": "<c1>{CL}</c1>, <q1>according to</q1> <s1>{S}</s1>.",
    "two clauses": "{SAID} <c1>that {CL} and that {CL}</c1>.",
    "though": "{SAID} <c1>{CL}</c1> - though <s2>he</s2> <q2>acknowledged</q2> <c2>that {CL}</c2>.",
    "label and quotation": '<s1>{LABEL}</s1><q1>:</q1> <c1>"{Q}."</c1>',
    "label": "<s1>{LABEL}</s1><q1>:</q1> <c1>{Q}. {CL}.</c1>",
    "two turns": "<s1>{LABEL}</s1><q1>:</q1> <c1>{Q}.</c1>\n\n<s2>{LABEL}</s2><q2>:</q2> <c2>{Q}. {Q}.</c2>",
    "interview": "Q: What happened?\n\n<s1>A</s1><q1>:</q1> <c1>{Q}.</c1>\n\nQ: And then?\n\n"
    "<s2>A</s2><q2>:</q2> <c2>{Q}. {Q}.</c2>",
    "clocked turns": "[00:01:12] <s1>Speaker 1</s1><q1>:</q1> <c1>{Q}.</c1>\n"
    "[00:01:20] <s2>Speaker 2</s2><q2>:</q2> <c2>{Q}.</c2>",
    "bullet": "• <c1>{CL}</c1> <q1>–</q1> <s1>{HEAD}</s1>",
    "clause before colon": 'For <s1>{S}</s1> the choice was simple<q1>:</q1> <c1>"{Q}."</c1>',
    "age": "The guests were seated according to age.",
    "plan of work": "The work went according to plan.",
    "title": 'He read "The Long Way Home" at school.',
    "no label": "The choice was simple: bread or fuel.",
    "hours": "Opening hours: nine to five.",
    "headline": "<s1>{HEAD}</s1><q1>:</q1> <c1>{CL}</c1>",
    "headline with quotation": "<s1>{HEAD}</s1><q1>:</q1> <c1>'{Q}'</c1>",
    "headline with dash": "<c1>{CL}</c1> <q1>–</q1> <s1>{HEAD}</s1>",
    "inner speakers": '<c1>"<s2>The surgeon</s2> <q2>said</q2> <c2>{CL}</c2> but '
    '<s3>the club</s3> <q3>say</q3> <c3>{CL}</c3>,"</c1> <s1>{S}</s1> <q1>{PAST}</q1>.',
    "thinking aloud": '<c1>"<s2>I</s2> <q2>think</q2> <c2>{CL}</c2>,"</c1> <s1>{S}</s1> <q1>{PAST}</q1>.',
    "run of quotations": '<s1>{S}</s1> <q1>said</q1>: <c1>"{Q}. "{Q}. "{Q}."</c1>',
    "no speech": "The film tells the story of a nurse who loses her sight.",
    "no comment": "{S} declined to comment.",
    "no answer": "{S} has not responded to a request for comment.",
    "market": "Shares in Norbank added 0.2 per cent.",
    "known for": "The school is known for its choir and its garden.",
    "named": "She was named best director at the festival in June.",
    "plan": 'The council launched a plan called "Green Streets" in 2019.',
    "goal": "Stone replied 17 seconds later with a goal from 20 metres.",
}
LEADS = (
    "It rained on Monday.",
    "The council met in the old town hall.",
    "The road was quiet.",
    "A crowd stood at the gate.",
)
ROUNDS = 10
TAGS = {"s": "source", "q": "cue", "c": "content"}
_TAG = re.compile(r"<(/?)([sqc])(\d)>")
_SLOT = re.compile(r"\{(\w+)\}")


def articles() -> Iterator[dict[str, object]]:
    """An article for each template and round: a lead, the sentence, and the next template's sentence in a paragraph below."""
    turn = {name: count() for name in LISTS}

    def fill(template: str) -> str:
        template = _TAG.sub(lambda m: f"<{m[1]}{TAGS[m[2]]} {m[3]}>", template.replace("{SAID}", SAID))
        filled = _SLOT.sub(lambda m: LISTS[m[1]][next(turn[m[1]]) * 7 % len(LISTS[m[1]])], template)
        return re.sub(r"^((?:<[^>]*>)*[\"']?)([a-z])", lambda m: m[1] + m[2].upper(), filled)

    for number in range(ROUNDS):
        for name, template in TEMPLATES.items():
            lead = LEADS[next(turn["S"]) % len(LEADS)]
            body = fill(template)
            text = (
                f"{body}\n\n{lead}"
                if name.startswith("headline")
                else f"{lead}\n\n{body}\n\n{LEADS[number % 4]}"
            )
            yield record(f"{name} {number + 1}", text)


def record(name: str, annotated: str) -> dict[str, object]:
    """One line of the file; spans are pairs of offsets."""
    text, marks = parse(annotated)
    keys = dict.fromkeys(mark.key for mark in marks)
    return {
        "id": f"drill: {name}",
        "text": text,
        "attributions": [
            {
                label: [[mark.start, mark.end] for mark in marks if (mark.key, mark.label) == (key, label)]
                for label in ("source", "cue", "content")
            }
            for key in keys
        ],
    }


if __name__ == "__main__":
    for article in articles():
        sys.stdout.write(json.dumps(article, ensure_ascii=False) + "\n")
