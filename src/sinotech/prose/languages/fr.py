"""French, as far as claims are read: its words and what they mean in English."""

STOPS = """
le, la, les, l', un, une, des, du, de, d', à, au, aux, en, dans, avec, par, pour,
sur, et, que, qu', qui, son, sa, ses, leur, leurs, se, s', ce, cet, cette, ces, c',
il, elle, ils, elles, y, comme, durant, pendant, lors de, à travers, au moyen de,
dans le cadre de, dans le cadre des, en matière de, dans le domaine de, de la part
de, ainsi que, tels que, telles que, est, sont, a été, ont été, était, étaient, fut,
furent, a, ont, avait, avaient, ayant, compte, comptent, dispose de, disposent de,
possède, possèdent, a signé, ont signé, signé, signée, signés, signées, signa, a
conclu, ont conclu, conclu, conclus, conclue, conclues, paraphé, a tenu, tenu, tenue,
s'est tenu, s'est tenue, a eu lieu, a organisé, organisé, organisée, a réalisé,
réalisé, réalisés, a mené, selon, d'après, conformément à, selon les données de, les
données montrent, a indiqué, a déclaré, a affirmé, a annoncé que, au total, un total
de, en tout, dans l'ensemble, le nombre de, le nombre d', s'élève à, s'élèvent à,
atteint, a atteint, se monte à, totalise, totalisent, déjà, actuellement, à l'heure
actuelle, aujourd'hui, maintenant, à ce jour, jusqu'à présent, jusqu'ici, de la
Chine, de Chine, par la Chine, ne, n', parmi, entre, dont, notamment, figurent,
figure, aussi, également, en outre, principalement, autres, autre, domaines comme,
régions comme, même, où, l'année, en l'an, lesquels, lesquelles, lequel, laquelle,
auxquels, auxquelles, quels, celui, celle, ceux, celles, ont eu lieu, ont été mis en
place, assure, affirme, souligne, a souligné, a assuré, simple, réparti, répartis,
réparties, parce que, parce qu', c'est parce que, c'est parce qu', sait, savent
"""
"""Words that may be left out of a claim about a number without making it less true."""

GLOSSES = """
academy: académi; access: accès, accèd; achievement|outcome: réalisation, résultat;
activity: activité; advanced: avancé, de pointe; agreement: accord;
agricultural|agriculture|farming: agricol, agricultur, agrair; alliance: alliance;
announce: annonc; application|apply: application, appliqu; area|field: domaine,
champ, secteur; array: réseau d'antennes; artificial intelligence: intelligence
artificielle, ia; association: association; astronomy: astronomi; attend: assist;
automated: automatisé; backyard: arrière-cour; banana: banan; base: base; benefit:
bénéfici, profit; big science|mega-science: mégascience, grande science, grands
programmes scientifiques; large|big|major: grand, majeur; biodiversity: biodiversité;
botanical garden: jardin botanique; breeding: sélection génétique; build|construct:
construi, construct, bâti; cable: câble; capacity: capacité; carbon: carbone;
cassava: manioc; center: centre; century: siècle; challenge: défi; city: ville;
climate: climat, climatiqu; cluster: cluster, pôle, grapp;
collaborate|cooperate|collaborative: collabor; committed: engagé; committee: comité;
communication: communication; community: communauté; company|enterprise|firm:
entreprise, société, compagni, firme; conference|exchange conference: conférenc;
congress: congrès; connect|connectivity|link: connexion, connect, reli;
contribute|help|support|promote: contribu; cooperation|cooperate|cooperative: coopér;
council: conseil; country|nation: pays, nation, état; crop: cultur, récolt; culture:
cultur; currency: monnaie; data: donné; database: base de données; decade: décenni;
declaration: déclaration; deep: profond; delegation: délégation;
demonstrate|demonstration: démonstr; develop|development: développ; developing: en
développement; digital: numériqu, digital; discovery: découvert; domestic|home:
national, intérieur; earth: terre; ecologist: écologu; economy|economic: économi;
education|educational: éducation, éducatif; electric vehicle: véhicule électrique,
voiture électrique; elephant: éléphant; emission: émission; embassy: ambassad;
energy: énergi; green energy: énergie verte, électricité verte; engineering:
ingénieri; engineer: ingénieur; equipment: équipement; event: événement; exchange:
échang; exhibition|pavilion|hall: pavillon, hall, salle;
expand|expansion|enlargement: élargi, expan, agrandi; expert: expert, spécialist;
export: export; expressway: autoroute; facility|factory|plant|manufacturing:
installation, usin, sit; farmer: agriculteur, paysan; finance|fund: financ; fire:
incendi; fire safety: sécurité incendie, protection incendie; food: aliment; forum:
forum; found|founder: fondateur, fondatric; founders: fondateurs; framework: cadre;
free trade: libre-échange; generate|create: génèr, génér, créa; generation|output:
production, montant, valeur; genetic: génétiqu; global|world|worldwide|international:
mondial, monde, mondiaux, global, monde entier; govern|government: gouvern;
governance: gouvernanc; green: vert; group: groupe; health: santé, sanitair; hectare:
hectare; help|assist|aid: aid; high speed: grande vitesse; hold: ten; host: accueill,
organis; hydropower: hydroélectri; implement: mettre en œuvre, mis en œuvre;
improve|increase|raise|rise: augment, hauss, accru, accroi, amélior, élev;
inaugurate: inaugur; incubation|incubator: incub; industrial|industry: industri;
information: information; infrastructure: infrastructur; initiate|launch|start:
engag, initi, entrepri; initiative: initiativ; innovation: innov; institute:
institut; institution: institution; intellectual property: propriété intellectuelle;
intergovernmental|government-to-government: intergouvernement, entre gouvernements;
international: international, internationaux; invest|investment: invest; join:
rejoin, rejoign, adhér, intègr; joint|shared: conjoint, commun; jointly: ensemble,
conjointement; laboratory|lab: laboratoir; launch|establish|inaugurate: lanc, mis en
service, inaugur, mis sur pied; lead: dirig, men; leader: dirigeant; list|ranking:
liste, classement; local: local, locaux; long-term: long terme; lunar: lunair;
marine|ocean: marin, océan; market: marché; market share: part de marché, part du
marché, parts de marché; mechanism: mécanism; medicine: médecin; meeting: réunion,
rencontre; member: membre; memorandum of understanding: protocole d'accord,
mémorandum d'entente; minister: ministr; ministry: ministèr; multilateral:
multilatér; navigation: navigation; network: réseau; new: nouveau, nouvell, nouveaux;
observatory: observatoir; official|officially: officiel, officiellement; open:
ouvert; open science: science ouverte; organization: organisation, organism; park:
parc; participate|take part|join: particip; partner: partenair; partner
country|partner countries: pays partenaire, pays partenaires; partnership:
partenariat; peaceful: pacifiqu; people: peupl; physics: physiqu; plan: plan;
platform: plateform; policy: politiqu; poverty: pauvreté; priority: priorit; product:
produit; professional|specialist: professionnel, spécialist; program: programm;
project: projet; protect|protection: prote, protég; province: province; publish:
publi; pulsar: pulsar; radio telescope: radiotélescope; railway|rail: ferroviair,
chemin de fer, chemins de fer; reach: parven; reduce|avoid|cut|save: rédui, réduc,
évit, économis; region: région; relation|tie: relation, lien; renew|renewed:
renouvel; research: recherch; research and development|R&D: recherche et
développement, recherche et le développement, r&d; researcher|scientist: chercheur,
chercheus; reinvest|invest|put: réinvest; resolution: résolution; result|outcome:
résultat; revenue: chiffre d'affaires, revenu, recette; rice: riz; robot|robotics:
robot; satellite: satellite; science|scientific: scienc, scientifiqu; science and
technology|sci-tech: scientifique et technologique, science et technologie, sciences
et technologies, scientifiques et technologiques, scientifique et technique, science
et la technologie; scientist: scientifique, savant; secretariat: secrétariat;
security|safety: sécurité; seed: semenc; share|part|proportion: part, proportion,
poids, représent; share|sharing: partag; sign: paraph; silk road: route de la soie;
smart|intelligent: intelligent; society: société; solar: solair; soybean: soja;
space: spatial, espace, spatiaux; space station: station spatiale; special: spécial,
spéciaux; spending: dépens; station: station; student: étudiant, élève; summit:
sommet; sunflower: tournesol; support|back: souten, souti, appuy; sustainable:
durabl; system: systèm; talent: talent; team: équipe; technique|technology:
technologi, technologiqu, techniqu; technology transfer: transfert de technologies,
transfert de technologie, transfert technologique; telescope: télescop; top: premier,
premièr, principal, principaux, plus; trade: commerc; train|training|develop: form;
transaction: transaction; payment: paiement; transfer: transfert, transfér;
transnational: transnational, transnationaux; tropical: tropical, tropicaux;
university: universit, université; use: utilis, emploi; value: valeur; version:
version; vessel|ship: navire, bateau; water: eau; wheat: blé; work: travail, travaux,
travaill; working group|working groups: groupe de travail, groupes de travail; year:
an, anné; a year|annual: par an, annuel, chaque année, annuels, annuelle;
yield|production: rendement, productivité; young|youth: jeune; Africa: africain;
Asian: asiatiqu; Asian elephant: éléphants d'asie, éléphant d'asie;
renminbi|RMB|yuan: renminbi; person|people: personn; doctor|physician: médecin;
nuclear: nucléair; vaccine: vaccin; contribution to|play a part: jou; introduce:
introdui; product launch|new product: nouveaux produits, nouveautés;
present|unveil|show: présent, montr, expos; footprint|present in: présenc, présent;
institution member: institutions membres; stable|stability: stabl; important:
important; vital|crucial|pivotal: crucial, vital, essentiel; trust: confianc;
competition: concurrenc; border: frontièr; medium-term: moyen terme; principle:
princip; scholar: universitaire; scholarship: bours; storage: stockag; assembly:
assembl, montag; traditional: traditionnel; semiconductor: semi-conducteur; controls:
contrôl; spatial information: information spatiale; priority area|priority areas:
domaines prioritaires, domaine prioritaire; origin|from: provien, provenan, origin;
domestic|home|national: national, nationaux; establish|set
up|found|create|build|open: établi, crée, cré, fond, install, construi, ouver, ouvr,
mis en place, mise en place; define|identify|set: défini, identifi, fix;
sign|signing: signatur, signatair, ayant signé; since: depuis;
result|lead|bring|produce: donné lieu, abouti, issu, débouch; operation|at
work|run|operate: en activité, en service, opérationnel; service|serve: servic, serv;
half|double: multiplication, doublement; expo|exposition|exhibition: exposition,
expo; average: en moyenne, moyen, moyenne; session|edition: édition; five-year plan:
plan quinquennal; party|communist party: parti communiste; time|long: temps;
memorandum: mémorandum; property: propriété; partner country|belt and road:
partenaires de la ceinture et la route; belt and road: ceinture, ceinture et la
route, nouvelles routes de la soie; road: route; negative|carbon: négatif;
visit|go|travel: visit; environment|ecology: environnement; term|number|total:
nombre, chiffr; ton: tonne; export control|export controls: contrôles à
l'exportation; field|such as|subject: disciplin, matièr; woman: femm; school: école;
institution|body: entité; place|rank: situ; promote|advance: promou, promouv,
favoris; china|chinese: chinois, chine; all|every|each|whole|entire: tous, toutes,
tout, toute, chaque, entier; extend|cover|span: occup, étend, couvr; two-way: à
double sens, dans les deux sens, bidirectionnel; one-way: à sens unique,
unidirectionnel; undersea|submarine: sous-marin; deforestation: déforest;
monitor|watch: surveill; praise|applaud: salu, lou; focus: axé, centré;
recommendation: recommand; access|consult: consult; keep|maintain|ahead: gard,
conserv, mainten; ahead|edge|advantage: avance, longueur d'avance, avantag;
continuous|constant: en permanence, sans cesse, continu, constant;
competition|competitor: concurren; because: parce
"""
"""English words, others for the same after bars, and what says them; each
with any ending of the language."""

PLACES = """
Beijing: Pékin, Beijing; Chengdu: Chengdu; Sichuan: Sichuan; Chongqing: Chongqing;
Kunming: Kunming; Yunnan: Yunnan; Tengchong: Tengchong; Xiamen: Xiamen; Shanghai:
Shanghai; Shenzhen: Shenzhen; Guangzhou: Canton, Guangzhou; Nanning: Nanning;
Kunshan: Kunshan; Qinhuangdao: Qinhuangdao; Wuhan: Wuhan; Kazan: Kazan; Moscow:
Moscou; Rio de Janeiro: Rio de Janeiro; Johannesburg: Johannesburg; Brasilia:
Brasilia; Brazzaville: Brazzaville; Phnom Penh: Phnom Penh
"""
"""Cities and provinces that the records name, and some that they do not."""

HEDGES = {
    "more_than": """
        plus de, plus d', au-dessus de, supérieur à, supérieure à, supérieurs
        à, dépasse, dépassent, a dépassé, excède, et quelques, un peu plus de,
        un peu plus d', à peine plus de""",
    "at_least": """
        au moins, au minimum, pas moins de, pas moins d', un minimum de, à partir de""",
    "nearly": """
        près de, presque, quasi, quasiment, pas loin de""",
    "about": """
        environ, autour de, à peu près, aux alentours de, approximativement,
        quelque, dans les, de l'ordre de""",
    "up_to": """
        jusqu'à, au plus, au maximum, tout au plus, pas plus de, pas plus d', un
        maximum de""",
    "fewer_than": """
        moins de, moins d', au-dessous de, en dessous de, inférieur à, inférieure à,
        inférieurs à, n'atteint pas, n'atteignent pas""",
    "exactly": """
        exactement, précisément, tout juste, très exactement, ni plus ni moins que,
        seulement, uniquement, rien de moins que""",
}

VAGUE = {
    "dozens": """
        des dizaines de, des dizaines d', dizaines de, plusieurs dizaines de, des
        douzaines de""",
    "hundreds": """
        des centaines de, des centaines d', centaines de, plusieurs centaines de""",
    "thousands": """
        des milliers de, des milliers d', milliers de, plusieurs milliers de""",
}

NEGATIONS = """
pas, jamais, ni, non, sans, aucun, aucune, nul, nulle, rien, pas encore, a cessé de,
cesse de, nullement, nie, a nié, refuse, a refusé, rejette, a rejeté, rejetée,
rejetés, rejetées, refusée, refusé
"""

PLANNED = """
en construction, prévoit, prévoient, prévu, prévue, prévus, prévues, envisage,
envisagent, compte ouvrir, va, vont, sera, seront, devrait, doit, projette, aura
lieu, aura, auront, aidera, permettra
"""
"""Words by which a clause speaks of what is not done yet."""

MONTHS = """
1: janvier, janv; 2: février, févr, fév; 3: mars; 4: avril, avr; 5: mai; 6: juin; 7:
juillet, juil; 8: août, aout; 9: septembre, sept; 10: octobre, oct; 11: novembre,
nov; 12: décembre, déc
"""
"""Months by number: the name first, then what is short for it."""

CARDINALS = """
0: zéro; 2: deux; 3: trois; 4: quatre; 5: cinq; 6: six; 7: sept; 8: huit; 9: neuf;
10: dix; 11: onze; 12: douze; 13: treize; 14: quatorze; 15: quinze; 16: seize; 20:
vingt; 30: trente; 40: quarante; 50: cinquante; 60: soixante; 70: septante; 80:
huitante, octante; 90: nonante
"""

SCALES = """
10: dizaine, dizaines; 12: douzaine, douzaines; 20: vingtaine; 30: trentaine; 50:
cinquantaine; 60: soixantaine; 100: centaine, centaines; 1000: mille, millier,
milliers; 1000000: million, millions; 1000000000: mille millions, milliard, milliards;
1000000000000: billion, billions
"""

ORDINALS = """
1: premier, première; 2: deuxième, second, seconde; 3: troisième; 4: quatrième; 5:
cinquième; 6: sixième; 7: septième; 8: huitième; 9: neuvième; 10: dixième; 11:
onzième; 12: douzième; 13: treizième; 14: quatorzième; 15: quinzième; 16: seizième;
17: dix-septième; 18: dix-huitième; 19: dix-neuvième; 20: vingtième; 21: vingt et
unième, vingt-et-unième
"""

MULTIPLES = """
0.5: réduire de moitié, réduit de moitié, diminué de moitié, a été divisé par deux;
2: doubler, double, doublent, doublé, doublée, doublés, a doublé, ont doublé,
doublement, le double, deux fois plus; 3: tripler, triple, triplent, triplé, a
triplé, ont triplé, triplement, le triple, trois fois plus; 4: quadrupler, quadruple,
a quadruplé, quadruplé, quatre fois plus
"""

SHARES = """
50: la moitié, moitié; 33.3333: un tiers, le tiers; 66.6667: deux tiers; 25: un
quart, le quart; 75: trois quarts; 20: un cinquième; 10: un dixième
"""
"""Fractions in words, as percentages."""

PERCENT = """
%, pour cent, p. 100
"""

POINTS = """
points de pourcentage, point de pourcentage, points
"""

UNITS = """
t/ha: tonnes par hectare, tonnes à l'hectare, tonnes de manioc par hectare, tonnes de
manioc à l'hectare; t: tonnes, tonne; kg: kilos, kilogrammes, kg; m2: mètres carrés,
m2; ha: hectares, hectare, ha; km2: kilomètres carrés, km2; USD: dollars, dollars
américains, USD; CNY: yuans, yuan, renminbi, RMB; EUR: euros, euro; BRL: réaux,
reais; RUB: roubles; GBP: livres; years: ans, an, années, année; decades: décennies,
décennie
"""

PARTS = """
early: début, le début de, début de; mid: mi, milieu de, le milieu de; late: fin, la
fin de, fin de, la fin; first half: le premier semestre, le premier semestre de;
second half: le second semestre, le deuxième semestre, le second semestre de; spring:
le printemps; summer: l'été; autumn: l'automne
"""
"""Words before a month or year that say which part of it is meant."""

RELATIONS = """
since: depuis, à partir de, dès, depuis le; until: jusqu'en, jusqu'à, jusqu'au;
before: avant, avant le; after: après, après le; by: à, d'ici; in: en, de, du, le,
au, durant, pendant, courant, au cours de, l'année, année
"""
"""Words before a date."""

RELATIVE = """
last year: l'an dernier, l'année dernière, l'an passé, l'année passée; this year:
cette année; next year: l'an prochain, l'année prochaine; last month: le mois
dernier; this month: ce mois, ce mois-ci
"""
"""Dates that are known only to who knows the day."""
