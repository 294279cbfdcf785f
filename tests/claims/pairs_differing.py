"""More pairs of sentences on one thing, with rounded, bounded and worded numbers that differ."""

from __future__ import annotations

from tests.claims.pairs import pairs

DIFFER = pairs(
    """
    The central bank raised its rate to 7.5 percent.
    The central bank raised its rate to 8 percent.

    Poland took in 1.5 million refugees from Ukraine.
    Poland has taken in 960,000 refugees from Ukraine.

    The port handled three million containers in 2021.
    In 2021 the port handled 2.6 million containers.

    Malaria killed 627,000 people in 2020.
    In 2020 malaria killed 558,000 people.

    The reactor will cost £18 billion to build.
    To build the reactor will cost £26bn.

    Some 40 per cent of households in Malawi lack electricity.
    In Malawi, 85% of households lack electricity.

    The dam will generate 5,150 megawatts of power.
    The dam will generate 6,450 megawatts of power.

    The strike closed 17 schools in Glasgow.
    In Glasgow the strike closed 23 schools.

    The mission deployed 1,000 soldiers to Cabo Delgado.
    Some 2,500 soldiers were deployed to Cabo Delgado by the mission.

    Twelve ministers resigned from the cabinet on Monday.
    Nine ministers resigned from the cabinet.

    The loan of $500 million was approved by the World Bank.
    The World Bank approved the loan of $350 million.

    Ghana exports cocoa worth $2 billion a year.
    Cocoa exports from Ghana are worth $1.4 billion a year.

    The treaty was ratified by 22 countries.
    The treaty was ratified by nineteen countries.

    Police detained 300 protesters in Minsk.
    Police in Minsk detained more than 700 protesters.

    The airline carried 9 million passengers last year.
    Last year the airline carried 7.2 million passengers.

    Literacy in the province rose to 78 percent.
    Literacy in the province rose to 71 percent.

    The glacier lost 30 metres of ice since 2000.
    The glacier has lost 45 metres of ice since 2000.

    The company recalled 60,000 cars over faulty brakes.
    Over faulty brakes the company recalled 48,000 cars.

    The temple receives 4,000 pilgrims a day.
    The temple receives about 6,000 pilgrims a day.

    The trial enrolled 450 patients in Vietnam.
    The trial in Vietnam enrolled 390 patients.

    Turnout in the referendum was 44 percent.
    Turnout in the referendum was 39 percent.

    Denmark spends 2.4 percent of its output on defence.
    Denmark spends 1.4 percent of its output on defence.

    The flood displaced twenty thousand families in Sindh.
    In Sindh the flood displaced 35,000 families.

    The refinery processes 650,000 barrels a day.
    The refinery processes 400,000 barrels a day.

    Bilateral trade between Chile and Peru reached $4.1 billion.
    Trade between Chile and Peru reached $3.6 billion.

    The new law covers 1.8 million domestic workers in Brazil.
    In Brazil the new law covers 2.4 million domestic workers.

    Spain's wildfires burned 306,000 hectares in 2022.
    Wildfires in Spain burned 268,000 hectares in 2022.

    The festival sold 90,000 tickets this year.
    This year the festival sold 74,000 tickets.

    A survey of 1,200 adults found that 58% distrust the police.
    The survey found that 47% of adults distrust the police.

    The summit in Accra gathered 35 heads of state.
    At the summit in Accra 28 heads of state gathered.

    The virus infected 11,000 people in Liberia.
    In Liberia the virus infected 10,600 people.

    Norway gave $2.1 million in aid to South Sudan in 2019.
    In 2019 Norway's aid to South Sudan came to $3.4 million.

    The parliament has 275 members, 40 of them women.
    The parliament has 290 members.

    Researchers counted 1,864 pandas in the wild.
    In the wild, researchers counted 1,596 pandas.

    The pipeline will carry 10 billion cubic metres of gas to Italy.
    The pipeline will carry 16 billion cubic metres of gas to Italy.

    The mayor won 54 percent of the vote.
    With 51 percent of the vote the mayor won.

    Fighting in Tigray killed 600,000 people.
    The fighting in Tigray killed 300,000 people, researchers say.

    The bank closed 85 branches in Wales.
    The bank has closed 110 branches in Wales.

    Fiji's economy shrank 17 percent in 2020.
    The economy of Fiji shrank by 15.2 percent in 2020.

    The orchestra has 96 musicians.
    There are 88 musicians in the orchestra.
    """
)
"""The same thing is counted, with another number."""
