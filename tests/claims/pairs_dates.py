"""Pairs of sentences with other dates, made by hand: are they dates of the same event?"""

from __future__ import annotations

from tests.claims.pairs import pairs

DIFFER = pairs(
    """
    Rwanda joined the Commonwealth in 2009.
    Rwanda joined the Commonwealth in 2010.

    The law was signed on 4 June 2020 by President Kovar.
    President Kovar signed the law on 5 June 2020.

    The law was signed on 4 June.
    The law was signed on 5 June 2020.

    The treaty entered into force in March 2018.
    The treaty entered into force in May 2018.

    The bridge over the Niger opened in 1987.
    In 1988 the bridge over the Niger opened with a parade.

    The ministry closed the mine in April 2013.
    In August 2013 the ministry closed the mine.

    The company was founded in 1994 by two brothers.
    The company was founded in 1996 by the brothers.

    The volcano erupted in the 1970s.
    The volcano erupted in the 1980s.

    The court sentenced the general on 12 March 2001.
    The general was sentenced by the court on 21 March 2001.

    Ghana has been a member of the council since 1999.
    Ghana is a member of the council since 2001.

    The pipeline will reach Trieste by 2027.
    The pipeline will reach Trieste by 2029.

    The archive in Ghent burned down in 1940.
    The archive in Ghent burned down in 1944, as its keeper wrote.
    """
)
"""One event, two dates."""

OTHER = pairs(
    """
    Rwanda joined the Commonwealth in 2009.
    Togo joined the Commonwealth in 2022.

    Rwanda joined the Commonwealth in 2009.
    Rwanda joined the Commonwealth in November 2009.

    Rwanda joined the Commonwealth in 2009.
    Rwanda hosted a summit of the Commonwealth in 2022.

    The law was signed on 4 June 2020.
    The law was signed in 2020.

    In 2015 the school had 400 pupils.
    In 2022 the school had 650 pupils.

    Inflation reached 61 percent in 2023.
    Inflation reached 12 percent in 2019.

    The project runs from 2019 to 2024.
    The project runs from 2021 to 2026.

    The ministry signed a trade deal with Kenya in 2018.
    The ministry signed a mining deal with Kenya in 2020.

    Kenya sat on the council until 1998.
    Kenya sat on the council from 1997.

    The museum was built in 1890.
    The museum was closed in 1920.

    The first election was held in 1994.
    The second election was held in 1999.

    The mine was opened in 1950 by the state.
    Men dug for gold near the mine in 1949.

    Ghana exported cocoa in 2009.
    Ivory Coast exported cocoa in 2011.

    The team won the cup in 1986.
    The team lost the final in 1990.

    The war ended in 1994.
    The war began again in 1998.

    Elections were held in 2013, and the president won.
    The president will stand again in 2018.

    The road was planned in 2010.
    The road was built in 2016 by the army.

    The drought of 2011 killed the herds of many farmers in Somalia.
    Since 2016 farmers in Somalia keep fewer goats.

    12 March 2020 — The museum opened.
    14 March 2020 — The museum opened.

    The river flooded the town (Smith, 1987).
    The river flooded the town in 1992.

    The capital moved to Gitega in 2018.
    The capital is Gitega, and the court moved to it in 2020.

    The station was rebuilt in 1925.
    Berlin's station was rebuilt in 1952 after bombs fell on it.
    """
)
"""Another event, another exactness, or figures that show that another time is told of."""
