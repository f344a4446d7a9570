"""Constructions in which news attributes, each with sentences in inline notation; one without marks attributes nothing.

Every sentence stands in the second paragraph of an article, as most do, since the first is read as a headline is.
"""

from __future__ import annotations

import pytest

from extractor import Extractor
from extractor.markup import parse
from extractor.records import SpanRecord

LEAD = "The council met on Monday in the old town hall.\n\n"

CONSTRUCTIONS = {
    "verb + that-clause": (
        "<source>Ana Kask</source> <cue>said</cue> <content>that the old bridge would close in May</content>.",
        "<source>The finance ministry</source> <cue>announced</cue> <content>that the tax on sugar will double next year</content>.",
        "<source>Councillor Piet Maes</source> <cue>told</cue> reporters <content>that nobody had been asked</content>.",
        "<source>Two engineers</source> <cue>warned</cue> on Friday <content>that the dam was leaking</content>.",
        "<source>Researchers at Lund University</source> <cue>found</cue> <content>that bees avoid the sprayed fields</content>.",
        "<source>She</source> <cue>insisted</cue> <content>that her office had paid every invoice</content>.",
        "<source>Mr. Oduya</source> <cue>acknowledged</cue> <content>that the school was short of teachers</content>.",
        "<source>The report</source> <cue>concludes</cue> <content>that the pilot ignored two alarms</content>.",
        "<source>Residents</source> <cue>complained</cue> <content>that the night trains shake their houses</content>.",
        "The road that leads to the harbour was closed.",
        "It was the third storm that hit the island.",
    ),
    "verb + clause without that": (
        "<source>Ana Kask</source> <cue>said</cue> <content>the old bridge would close in May</content>.",
        "<source>The hospital</source> <cue>says</cue> <content>it has no beds left</content>.",
        "The army waged a war in Georgia, which <source>local authorities</source> <cue>say</cue> <content>killed more than 9,000 people</content>.",
        "Rescuers worked at the mill, where the flood had killed more than 40 people.",
        "<source>Norbank</source> <cue>said</cue> on Monday <content>it would cut 300 jobs</content>.",
        "<source>The ministry</source> <cue>said</cue> Monday <content>the fund had grown by 3 percent</content>.",
        "<source>The coach</source> <cue>said</cue> <content>Monday was too early for a decision</content>.",
        "<source>Mayor Lina Osei</source> <cue>believes</cue> <content>the fair can open on time</content>.",
        "<source>The company</source> <cue>said</cue> in a statement <content>it had sold its stake in the mine</content>.",
        "<source>Officials</source> <cue>say</cue> <content>the fire started in a bakery</content>.",
        "<source>The union</source> <cue>claims</cue> <content>half of the drivers stayed at home</content>.",
        "<source>Her lawyer</source> <cue>told</cue> the court <content>she had never signed the letter</content>.",
        "<source>Analysts</source> <cue>think</cue> <content>prices will fall again</content>.",
        "<source>He</source> <cue>feared</cue> <content>the harvest would rot in the fields</content>.",
        "The runner won the race and went home.",
    ),
    "clause before the cue": (
        "<content>The old bridge will close in May</content>, <source>Ana Kask</source> <cue>said</cue>.",
        "<content>Taxes on fuel will rise by a fifth</content>, <source>the finance minister</source> <cue>announced</cue>.",
        "<content>The strike cost the port two ships</content>, <cue>according to</cue> <source>its director</source>.",
        "<content>No one was hurt</content>, <source>police</source> <cue>said</cue>.",
        "<content>The clinic lost its licence in June</content>, <source>the regulator</source> <cue>confirmed</cue>.",
        "<content>The vaccine works better than the old one</content>, <source>the study</source> <cue>found</cue>.",
        "<content>The suspect had fled through a window</content>, <source>officers</source> <cue>told</cue> the newspaper.",
        "<content>Wages have not kept up with rents</content>, <cue>said</cue> <source>Maria Lund, who leads the tenants' league</source>.",
        "<content>The tunnel is safe</content>, <source>the engineers</source> <cue>insist</cue>.",
        "<content>Three bridges were closed after the flood</content>, <source>the transport ministry</source> <cue>said</cue> Friday.",
        "<content>The dam burst</content>, <source>a rights group</source> <cue>said</cue> Thursday, in what may be the worst flood for years.",
    ),
    "cue inside the clause": (
        "<content>The old bridge</content>, <source>Ana Kask</source> <cue>said</cue>, <content>will close in May</content>.",
        "<content>The harvest</content>, <source>farmers</source> <cue>say</cue>, <content>was the worst in a decade</content>.",
        "<content>The contract</content>, <source>the ministry</source> <cue>argued</cue>, <content>had never been valid</content>.",
        "<content>The suspect</content>, <source>prosecutors</source> <cue>allege</cue>, <content>sold the paintings abroad</content>.",
        "<content>The plan</content>, <source>she</source> <cue>added</cue>, <content>needs another vote</content>.",
        "<content>These figures</content>, <source>the bank</source> <cue>warned</cue>, <content>hide a deeper problem</content>.",
        "<content>The island</content>, <source>scientists</source> <cue>believe</cue>, <content>was settled twice</content>.",
        "<content>The ship</content>, <source>the owner</source> <cue>said</cue>, <content>was never insured</content>.",
        "<content>The law</content>, <source>critics</source> <cue>say</cue>, <content>punishes the poor</content>.",
        "<content>The mine</content>, <source>the company</source> <cue>said</cue>, <content>will reopen next year</content>.",
    ),
    "cue inside the clause, before its subject": (
        "<content>The bridge</content>, <cue>said</cue> <source>Ruiz</source>, <content>would open in May</content>.",
        "<content>The tunnel</content>, <cue>says</cue> <source>the engineer</source>, <content>is perfectly safe</content>.",
        "<content>The worst</content>, <cue>warned</cue> <source>Brandt</source>, <content>was yet to come</content>.",
        "<content>The dam</content>, <cue>reported</cue> <source>the Tarn Gazette</source>, <content>has been leaking since 2019</content>.",
        "<content>Her brother</content>, <cue>said</cue> <source>Ana Kask</source>, <content>had never owned a boat</content>.",
        "<content>The ferry</content>, <cue>said</cue> <source>Ms Lund</source>, <content>would never have passed the test</content>.",
        "<content>A quarter of the wells</content>, <cue>said</cue> <source>the report</source>, <content>are already dry</content>.",
        "<content>The price</content>, <cue>says</cue> <source>Piet Maes</source>, <content>depends on the rain</content>.",
        "The old ferry, built in 1961, was sold for scrap.",
        "The man, named in court as Tom Hale, was fined.",
    ),
    "quotation before the cue": (
        '<content>"We will not close the bridge,"</content> <source>Ana Kask</source> <cue>said</cue>.',
        '<content>"Nobody asked us,"</content> <cue>said</cue> <source>Piet Maes, a farmer</source>.',
        "<content>“The water came at night,”</content> <source>she</source> <cue>told</cue> the newspaper.",
        '<content>"We did not ask,"</content> <source>warm-and-fuzzy Bo Berg</source> <cue>said</cue>.',
        '<content>"It was so,"</content> <cue>said</cue> <source>Quay co-host Ana Kask</source>.',
        '<content>"Is this what we voted for?"</content> <source>he</source> <cue>asked</cue>.',
        '<content>"This budget is a disgrace!"</content> <source>the opposition leader</source> <cue>shouted</cue>.',
        '<content>"Our members will vote on Thursday,"</content> <source>the union</source> <cue>wrote</cue>.',
        "<content>'We have lost everything,'</content> <source>one survivor</source> <cue>said</cue>.",
        '<content>"The roof is leaking,"</content> <cue>said</cue> <source>Maria Lund</source>.',
        '<content>"We are not leaving,"</content> <source>the farmers</source> <cue>said</cue>.',
    ),
    "said + quotation": (
        '<source>She</source> <cue>said</cue>: <content>"I asked him to run about. I did not ask him to do that.</content>\n\n'
        '<content>"When I took over we had no money. Look at the table."</content>\n\nThe rest left.',
        '<source>Ana Kask</source> <cue>said</cue>: <content>"We will not close the bridge."</content>',
        '<source>He</source> <cue>said</cue>, <content>"I never saw the letter."</content>',
        '<source>The minister</source> <cue>replied</cue>, <content>"There is no money left for this."</content>',
        '<source>Mr. Oduya</source> <cue>added</cue>: <content>"Our children deserve better."</content>',
        '<source>She</source> <cue>wrote</cue> on Monday: <content>"The decision was mine alone."</content>',
        "<source>The spokesman</source> <cue>said</cue>, <content>“We do not comment on rumours.”</content>",
        '<source>Ms. Lund</source> <cue>told</cue> the crowd, <content>"You have waited long enough."</content>',
        '<source>The judge</source> <cue>said</cue>: <content>"This court has heard enough excuses."</content>',
    ),
    "quotation in two pieces": (
        '<content>"We will not close the bridge,"</content> <source>Ana Kask</source> <cue>said</cue>. <content>"It has served us for a century."</content>',
        '<content>"The water,"</content> <source>she</source> <cue>said</cue>, <content>"came at night."</content>',
        '<content>"I was asleep,"</content> <cue>said</cue> <source>Tom Brandt</source>. <content>"Then the roof was gone."</content>',
        '<content>"They promised us a school,"</content> <source>he</source> <cue>told</cue> reporters. <content>"They built a car park."</content>',
        '<content>"Our offer,"</content> <source>the union leader</source> <cue>said</cue>, <content>"stays on the table."</content>',
        '<content>"This is not a game,"</content> <source>Ms. Lund</source> <cue>warned</cue>. <content>"People will lose their homes."</content>',
        '<content>"If the rain stops,"</content> <source>the farmer</source> <cue>said</cue>, <content>"we can save half of it."</content>',
        '<content>"Nobody was paid,"</content> <cue>said</cue> <source>Piet Maes</source>. <content>"Not one of us."</content>',
    ),
    "mixed": (
        '<source>Ana Kask</source> <cue>called</cue> <content>the bridge "a danger to every cyclist in town"</content>.',
        '<source>He</source> <cue>said</cue> <content>the plan was "dead on arrival"</content>.',
        '<source>The minister</source> <cue>described</cue> <content>the figures as "deeply worrying"</content>.',
        '<source>Sorrel Hydro</source> <cue>rejected</cue> <content>the claims as "baseless and opportunistic"</content>.',
        "<source>Two neighbours</source> <cue>described</cue> <content>the fire as the worst in years</content>.",
        '<source>She</source> <cue>said</cue> <content>that the council had "lost its mind"</content>.',
        '<source>Mr. Oduya</source> <cue>told</cue> reporters <content>the talks had been "frank and useful"</content>.',
        '<source>The union</source> <cue>said</cue> <content>its members were "ready to walk out"</content>.',
        '<source>The report</source> <cue>says</cue> <content>the agency "failed at every level"</content>.',
        '<source>Ms. Lund</source> <cue>argued</cue> <content>that tenants "pay twice for the same roof"</content>.',
        'The so-called "bridge" is a plank.',
    ),
    "verb + infinitive": (
        "<source>Ana Kask</source> <cue>vowed</cue> <content>to keep the bridge open</content>.",
        "<source>The company</source> <cue>promised</cue> <content>to repay its customers</content>.",
        "<source>The senator</source> <cue>threatened</cue> <content>to block the bill</content>.",
        "<source>The unions</source> <cue>agreed</cue> <content>to return to work</content>.",
        "<source>He</source> <cue>refused</cue> <content>to answer questions</content>.",
        "<source>The museum</source> <cue>promised</cue> <content>to sell three paintings</content>.",
        "<source>The government</source> <cue>pledged</cue> <content>to halve emissions by 2030</content>.",
        "The cat tried the door to get out.",
    ),
    "wh- and if-clauses": (
        "<source>Reporters</source> <cue>asked</cue> <content>why the bridge had been closed</content>.",
        "<source>She</source> <cue>explained</cue> <content>how the money was spent</content>.",
        "<source>The judge</source> <cue>asked</cue> <content>whether anyone had seen the letter</content>.",
        "<source>Mr. Oduya</source> <cue>wondered</cue> <content>if the school could be saved</content>.",
        "<source>The report</source> <cue>shows</cue> <content>how the fire spread</content>.",
        "<source>He</source> <cue>did not say</cue> <content>when the talks would begin</content>.",
        "<source>The ministry</source> <cue>declined</cue> <content>to say who had signed the order</content>.",
        "<source>Investigators</source> <cue>know</cue> <content>who sold the paintings</content>.",
        "<source>The pilot</source> <cue>recalled</cue> <content>what the tower had told him</content>.",
        "<source>Nobody</source> <cue>knows</cue> <content>why the lights went out</content>.",
        "The man who knows the way was ill.",
    ),
    "verb + nominal object": (
        "<source>The opposition</source> <cue>criticised</cue> <content>the new tax</content>.",
        "<source>Ana Kask</source> <cue>denied</cue> <content>the allegations</content>.",
        "<source>The mayor</source> <cue>praised</cue> <content>the firefighters</content>.",
        "<source>The senator</source> <cue>opposes</cue> <content>the pipeline</content>.",
        "<source>The bishop</source> <cue>condemned</cue> <content>the attack</content>.",
        "<source>The union</source> <cue>rejected</cue> <content>the offer</content>.",
        "<source>Mr. Oduya</source> <cue>supports</cue> <content>the reform</content>.",
        "<source>The council</source> <cue>announced</cue> <content>a ban on wood stoves</content>.",
        "The boy kicked the ball.",
        "The bakery sold four hundred loaves.",
    ),
    "verb + preposition": (
        "<source>Ana Kask</source> <cue>called</cue> <content>for calm</content>.",
        "<source>She</source> <cue>spoke</cue> about <content>her years in the mine</content>.",
        "<source>The mayor</source> <cue>talked</cue> about <content>the new school</content>.",
        "<source>Doctors</source> <cue>warned</cue> against <content>swimming in the river</content>.",
        "<source>He</source> <cue>apologised</cue> <content>for the delay</content>.",
        "<source>The senator</source> <cue>called</cue> <content>for an inquiry into the contracts</content>.",
        "<source>The residents</source> <cue>worry</cue> about <content>their wells</content>.",
        "The train stopped at the border.",
    ),
    "according to": (
        "<cue>According to</cue> <source>Ana Kask</source>, <content>the bridge will close in May</content>.",
        "<cue>According to</cue> <source>the port authority</source>, <content>340 ships took the long way round</content>.",
        "<content>The bridge will close in May</content>, <cue>according to</cue> <source>Ana Kask</source>.",
        "<content>Sales fell by a tenth</content>, <cue>according to</cue> <source>a survey by the chamber of commerce</source>.",
        "<cue>According to</cue> <source>two people familiar with the talks</source>, <content>the offer was withdrawn on Sunday</content>.",
        "<cue>As per</cue> <source>the ministry</source>, <content>the gate stays shut</content>.",
        "<content>The suspect fled</content>, <cue>according to</cue> <source>police</source>.",
        "The machine sorts parcels by size.",
        "The dividend is 27 cents per share this year.",
    ),
    "noun cues": (
        "<source>The company</source>'s <cue>claim</cue> <content>that the water is clean</content> was tested.",
        "<source>Her</source> <cue>claim</cue> <content>that the vote was bought</content> has spread.",
        "<source>Ana Kask</source>'s <cue>claim</cue> <content>that the bridge is safe</content> divides the town.",
        "The proposal form has six pages.",
        "The claim form has two pages.",
        "<source>Her</source> <cue>accusation</cue> <content>that the vote was bought</content> was never proved.",
        "The folder held a map and a receipt.",
        "The question paper has twelve pages.",
        "The agreement has nine chapters.",
    ),
    "passive": (
        "<content>The suspect</content> <cue>is believed</cue> <content>to have fled</content>.",
        "<content>The painting</content> <cue>was said</cue> <content>to be a copy</content>.",
        "<content>The bridge</content> <cue>is expected</cue> <content>to close in May</content>.",
        "The engineers <cue>were asked</cue> by <source>the council</source> <content>whether the dam was safe</content>.",
        "<content>The offer</content> <cue>was rejected</cue> by <source>the union</source>.",
        "<content>The plan</content> <cue>was criticised</cue> by <source>tenants</source>.",
        "Three officers <cue>are accused</cue> <content>of beating a prisoner</content>.",
        "<content>The island</content> <cue>is thought</cue> <content>to have been settled twice</content>.",
        "The letter was sent on Tuesday.",
    ),
    "adverbs": (
        "<content>The talks</content> <cue>reportedly</cue> <content>ended in a shouting match</content>.",
        "<content>The owner</content> <cue>reportedly</cue> <content>left the country</content>.",
        "The bus runs hourly.",
        "<content>The deal</content> <cue>reportedly</cue> <content>includes a new stadium</content>.",
        "The tide turned slowly.",
        "The choir sang loudly and badly.",
        "The train runs daily in summer.",
        "He walked slowly along the pier.",
    ),
    "name and mark": (
        '<source>KASK</source><cue>:</cue> <content>"We will not close it."</content>',
        '<source>Ana Kask</source><cue>:</cue> <content>"We will not close it."</content>',
        "<source>Mayor Osei</source><cue>:</cue> <content>The fair will open on time</content>",
        "<source>Union leader</source><cue>:</cue> <content>We will strike in May</content>",
        '<source>Mr. Oduya</source><cue>:</cue> <content>"Our children deserve better."</content>',
        "Ingredients: two eggs and a cup of flour.",
        "Opening hours: Monday to Friday.",
        '<source>Maria Lund</source><cue>:</cue> <content>"The roof leaks."</content>',
        '<source>Judge</source><cue>:</cue> <content>"This court has heard enough."</content>',
        '<source>Tom Brandt</source><cue>:</cue> <content>"The water came at night and took the boats."</content>',
        '<source>WITNESS</source><cue>:</cue> <content>"I saw a light."</content>',
    ),
    "negation and modality": (
        "<source>Ana Kask</source> <cue>did not say</cue> <content>that the bridge would close</content>.",
        "<source>She</source> <cue>has never claimed</cue> <content>that the figures were hers</content>.",
        "<source>Mr. Oduya</source> <cue>would not say</cue> <content>whether the school would open</content>.",
        "<source>The union</source> <cue>might argue</cue> <content>that the contract is void</content>.",
        "<source>No one</source> <cue>believes</cue> <content>that the tunnel is safe</content>.",
        "<source>Critics</source> <cue>could say</cue> <content>that the plan came too late</content>.",
        "<source>The ministry</source> <cue>never said</cue> <content>that the gate was open</content>.",
        "<source>The witness</source> <cue>could not say</cue> <content>who had fired</content>.",
        "<source>She</source> <cue>may ask</cue> <content>why the file was closed</content>.",
        "<source>They</source> <cue>should explain</cue> <content>how the money was spent</content>.",
        "<source>Nobody</source> <cue>claims</cue> <content>that the well is clean</content>.",
        "<source>The bishop</source> <cue>refused</cue> <content>to bless the ships</content>.",
    ),
    "relative and inherited sources": (
        "Ana Kask, <source>who</source> <cue>said</cue> <content>the bridge would close</content>, left early.",
        "<source>Ana Kask</source> stood up and <cue>said</cue> <content>the bridge would close</content>.",
        "The engineers, <source>who</source> <cue>warned</cue> <content>that the dam was leaking</content>, were dismissed.",
        "<source>The mayor</source> smiled before <cue>adding</cue> <content>that the fair would open on time</content>.",
        "<source>Farmers</source> met on Sunday and <cue>demanded</cue> <content>that the canal be repaired</content>.",
        "<source>Ms. Lund</source> left the room, <cue>saying</cue> <content>that the talks were over</content>.",
        "<source>He</source> nodded and <cue>asked</cue> <content>when the train would leave</content>.",
        "The man who painted the fence left.",
    ),
    "in a statement": (
        "<source>The company</source> <cue>said</cue> in a statement <content>that it had sold its stake</content>.",
        "<source>The bank</source> <cue>said</cue> on Tuesday <content>that it would close nine branches</content>.",
        "<source>Ms. Lund</source> <cue>told</cue> parliament on Monday <content>that the fund was empty</content>.",
        "<source>Officials</source> <cue>said</cue> late on Sunday <content>that the fire was out</content>.",
        "<source>The ministry</source> <cue>said</cue> in a letter to the union <content>that the pay offer stands</content>.",
        "<source>She</source> <cue>said</cue> by telephone <content>that she was safe</content>.",
        "<source>The airline</source> <cue>said</cue> Friday <content>it would cancel its winter flights</content>.",
        "<source>The broadcaster</source> <cue>announced</cue> on its website <content>that the show would end</content>.",
        "The company sold its stake in the mine on Tuesday.",
    ),
    "speech that goes on": (
        '<content>"The ferry is late,"</content> <source>Ana Kask</source> <cue>said</cue>. <content>"It always is."</content>',
        '<content>"We counted every boat,"</content> <cue>said</cue> <source>the harbour master</source>. <content>"Two are missing. Nobody knows why."</content>',
        '<content>"The roof leaks,"</content> <source>the caretaker</source> <cue>said</cue>. <content>"I have written to the council twice."</content> No answer came.',
        '<content>"He never paid me,"</content> <cue>said</cue> <source>Jonas Brandt, a carpenter</source>. <content>"And he never will."</content>',
        '<content>"It was dark,"</content> <source>she</source> <cue>recalled</cue>. <content>"We held hands and walked."</content>',
        "<content>“The seed is dry,”</content> <source>the farmer</source> <cue>explained</cue>. <content>“It will not grow.”</content>",
        '<content>"I am not afraid,"</content> <source>he</source> <cue>told</cue> the crowd. <content>"I never was."</content>',
        '<content>"Sell it,"</content> <source>her brother</source> <cue>advised</cue>. She kept the boat.',
        "The old boat lies in the reeds.",
    ),
    "attitudes": (
        "<source>She</source> <cue>is</cue> sure <content>that the well will run dry</content>.",
        "<source>The teachers</source> <cue>are</cue> confident <content>that the school will reopen</content>.",
        "<source>Farmers</source> <cue>are</cue> worried <content>that the frost will return</content>.",
        "<source>Investors</source> <cue>are</cue> optimistic <content>that the mine will open</content>.",
        "<source>Parents</source> <cue>are</cue> afraid <content>that the bus will be cancelled</content>.",
        "<source>He</source> <cue>is</cue> certain <content>that the letter was forged</content>.",
        "<source>Doctors</source> <cue>are</cue> hopeful <content>that the new drug will help</content>.",
        "<source>The union</source> <cue>is</cue> aware <content>that the talks may fail</content>.",
        "The river is wide and the bridge is old.",
    ),
    "sources and what stands beside them": (
        "<source>Ana Kask</source>, in her speech, <cue>said</cue> <content>that the bridge would close</content>.",
        "<content>The tunnel is safe</content>, <cue>said</cue> <source>Lina Osei</source> as she left the hall.",
        "<source>The mayor</source>, in a letter, <cue>said</cue> <content>that the fair was cancelled</content>.",
        "<source>Piet Maes</source>, through his lawyer, <cue>said</cue> <content>that he had paid</content>.",
        "<source>Ana Kask</source>, at a meeting on Monday, <cue>said</cue> <content>that the pool would reopen</content>.",
        "<source>The head of the union</source> <cue>said</cue> <content>that the talks had failed</content>.",
        "<source>Lina Osei of the tenants' league</source> <cue>said</cue> <content>that rents would fall</content>.",
        "<source>The director, Ana Kask</source>, <cue>said</cue> <content>that the museum was full</content>.",
        "Ana Kask, in her blue coat, crossed the square.",
    ),
    "verb + noun of saying": (
        "<source>She</source> <cue>repeated</cue> <content>her claim that the vote was bought</content>.",
        "<source>He</source> <cue>rejected</cue> <content>the idea that the river could be tamed</content>.",
        "<source>Ana Kask</source> <cue>repeated</cue> <content>her warning that the dam would fail</content>.",
        "<source>The mayor</source> <cue>dismissed</cue> <content>the report that the pier was sinking</content>.",
        "<source>Critics</source> <cue>questioned</cue> <content>the claim that the tunnel is safe</content>.",
        "<source>The union</source> <cue>welcomed</cue> <content>the decision to reopen the mine</content>.",
        "<source>The court</source> <cue>rejected</cue> <content>the argument that the law was void</content>.",
        "The folder held a map and a receipt.",
    ),
}
OPEN = (
    "Wages have not kept up",
    "apologised",
    "should explain",
    "that the letter was forged",
    "to say who had signed",
    "how the fire spread",
    "the firefighters",
    "The roof leaks.",
    "to bless the ships",
)
"""What the weights get wrong."""
SENTENCES = [(name, sentence) for name, sentences in CONSTRUCTIONS.items() for sentence in sentences]


@pytest.mark.parametrize(("name", "sentence"), SENTENCES)
def test_construction(
    request: pytest.FixtureRequest, extractor_: Extractor, name: str, sentence: str
) -> None:
    if any(words in sentence for words in OPEN):
        request.applymarker(pytest.mark.xfail)
    text, marks = parse(sentence)
    wanted = {label: [m for m in marks if m.label == label] for label in ("source", "cue", "content")}
    claims = extractor_.extract(LEAD + text).claims
    found = [claim for claim in claims if claim.attribution and claim.within is None]
    assert len(found) == (1 if marks else 0)
    for claim in found:
        assert claim.attribution
        spans = {"source": claim.attribution.source, "cue": claim.attribution.cue, "content": claim.content}
        for label, expected in wanted.items():
            assert offsets(spans[label]) == [(m.start + len(LEAD), m.end + len(LEAD)) for m in expected]


def offsets(spans: list[SpanRecord]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def test_every_construction_has_at_least_eight_sentences() -> None:
    assert {name: len(sentences) for name, sentences in CONSTRUCTIONS.items() if len(sentences) < 8} == {}
