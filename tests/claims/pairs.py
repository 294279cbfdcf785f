"""Sixty pairs of sentences, made by hand: do their numbers differ about the same thing?"""

from __future__ import annotations


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Give the pairs of lines between empty lines."""
    blocks = (block.splitlines() for block in text.strip().split("\n\n"))
    return tuple((claim.strip(), passage.strip()) for claim, passage in blocks)


DIFFER = pairs(
    """
    The summit drew 5,000 delegates to Kigali.
    Some 3,200 delegates came to the Kigali summit.

    Kenya was elected to the council with 148 votes.
    Kenya won its council seat with 139 votes.

    Bilateral trade with Norway reached $381,700 in 2024.
    Trade with Norway reached $6.7 million in 2024.

    Unemployment in Spain fell to 11 percent.
    Unemployment in Spain stood at 12.4 percent.

    The earthquake in Nepal killed 8,900 people.
    The Nepal earthquake killed 9,100 people.

    The bridge in Lagos cost $40 million.
    The Lagos bridge cost $55 million.

    The vaccine was 95% effective in the trial.
    In the trial the vaccine was 76% effective.

    The army sent 2,000 troops to Mali.
    The army has sent 1,500 troops to Mali.

    The factory in Pune employs 800 workers.
    The Pune factory employs 650 workers.

    Inflation in Turkey reached 61 percent in 2023.
    Inflation in Turkey reached 65 percent in 2023.

    The mine produced 12,000 tonnes of copper.
    The mine produced 9,500 tonnes of copper.

    The film earned $120 million worldwide.
    Worldwide the film earned $98 million.

    The party won 43 seats in parliament.
    In parliament the party won 39 seats.

    The ferry carried 300 passengers when it sank.
    The ferry carried 412 passengers when it sank.

    The survey found that 62% of farmers use mobile money.
    The survey found 48% of farmers use mobile money.

    Eleven countries signed the Geneva treaty.
    Nine countries signed the treaty in Geneva.

    The hospital treated 140 patients after the fire.
    After the fire the hospital treated 95 patients.

    The company cut 1,200 jobs in Ohio.
    The company cut 700 jobs in Ohio.

    Exports of tea rose by 14 percent last year.
    Exports of tea rose 9 percent last year.

    The city planted two hundred trees along the river.
    The city planted 150 trees along the river.

    The fund raised €30 million for schools.
    The fund raised €21 million for schools.

    Ethiopia has 120 million people.
    Ethiopia has a population of 115 million people.

    The stadium in Dakar holds 50,000 spectators.
    The Dakar stadium holds 45,000 spectators.

    The telescope found 17 planets around the star.
    Around the star the telescope found 12 planets.

    The court fined Google $5 billion.
    The court fined Google $2.4 billion.

    The drought affected 3 million farmers in Somalia.
    In Somalia the drought affected 2 million farmers.

    Wind farms supply 24% of Irish electricity.
    Wind farms supply 36% of Irish electricity.

    The museum received 900 paintings from the estate.
    The museum received 870 paintings from the estate.

    The airline ordered 40 planes from Boeing.
    The airline ordered 32 planes from Boeing.

    The study followed 1,000 children in Peru.
    The study in Peru followed 850 children.
    """
)
"""The same thing is counted, with another number."""

OTHER = pairs(
    """
    Kenya was elected with 148 votes in 2012.
    Kenya exported tea worth $148 million in 2012.

    The summit drew 5,000 delegates.
    The summit lasted 5 days.

    Trade with Norway reached $381,700 in 2024.
    Trade with Norway reached $6.7 million in 2023.

    The vaccine was 95% effective.
    About 30% of the villagers were vaccinated.

    The army sent 2,000 troops to Mali.
    The army lost 20 vehicles in Mali.

    Unemployment in Spain fell to 11 percent.
    Exports from Portugal grew by 4 percent.

    The factory employs 800 workers.
    The union has 90,000 members.

    Eleven countries signed the treaty.
    Eleven countries signed the treaty.

    The film earned $120 million.
    The film earned $120 million in cinemas.

    The party won 43 seats.
    The party won 43 of 90 seats.

    In 1994 the war ended.
    In 1998 the war began again.

    The fund raised €30 million.
    The fund raised $30 million.

    The bridge cost $40 million.
    The school cost $12 million.

    Inflation reached 61 percent in 2023.
    Inflation reached 12 percent in 2019.

    The bank has 20 branches and 400 employees.
    The bank has 400 employees.

    The mine produced 12,000 tonnes of copper.
    The company sold 3 mines in Chile.

    Police arrested 40 men in Lyon.
    Thousands marched in Lyon for three hours.

    The report cites 30 studies.
    The report was written by 12 authors.

    The lake rose 3 metres.
    The dam is 80 metres high.

    About 62% of farmers use mobile money.
    About 15% of the loans were never repaid.

    The hospital has 140 beds.
    The hospital treated 95 patients after the fire.

    The visit lasted three days.
    President Sall stayed for a dinner with 200 guests.

    The council has 15 members.
    The assembly has 193 members.

    Sales grew 5 percent while costs fell 3 percent.
    Sales grew 7 percent, costs 2 percent and profits 9 percent.

    The city planted 200 trees.
    The city felled 150 trees in the park near the airport.

    The drought affected 3 million farmers.
    The government paid 3 million farmers.

    He was 42 years old.
    The tradition is 300 years old.

    Rwanda joined the Commonwealth in 2009.
    Togo joined the Commonwealth in 2022.

    The telescope cost $10 billion.
    The telescope was built by 300 companies.

    Visitors paid $20 for a ticket.
    A room in the hotel costs $180.
    """
)
"""Another thing is counted, at another time, or the number is the same."""
