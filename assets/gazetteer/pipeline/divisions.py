"""What the packages lack of first-level divisions: own work, plain facts."""

# Points of those that Natural Earth divides more finely.
CENTRES = {
    "GB.ENG": (52.16, -0.7), "GB.SCT": (56.0, -4.0), "GB.WLS": (52.5, -3.5), "GB.NIR": (54.5, -6.5),
    "IT.09": (45.67, 9.5), "FR.11": (48.7, 2.5), "AU.04": (-21.2, 144.7), "US.VA": (37.55, -78.5),
}

# As newspapers shorten them behind the name of a town. A name with a period is one wherever it stands.
ABBREVIATIONS = {
    "US.AL": "Ala.", "US.AZ": "Ariz.", "US.AR": "Ark.", "US.CA": "Calif.", "US.CO": "Colo.", "US.CT": "Conn.", "US.DE": "Del.",
    "US.FL": "Fla.", "US.GA": "Ga.", "US.IL": "Ill.", "US.IN": "Ind.", "US.KS": "Kan.", "US.KY": "Ky.", "US.LA": "La.",
    "US.MD": "Md.", "US.MA": "Mass.", "US.MI": "Mich.", "US.MN": "Minn.", "US.MS": "Miss.", "US.MO": "Mo.", "US.MT": "Mont.",
    "US.NE": "Neb.", "US.NV": "Nev.", "US.NH": "N.H.", "US.NJ": "N.J.", "US.NM": "N.M.", "US.NY": "N.Y.", "US.NC": "N.C.",
    "US.ND": "N.D.", "US.OK": "Okla.", "US.OR": "Ore.", "US.PA": "Pa.", "US.RI": "R.I.", "US.SC": "S.C.", "US.SD": "S.D.",
    "US.TN": "Tenn.", "US.TX": "Tex.", "US.VT": "Vt.", "US.VA": "Va.", "US.WA": "Wash.", "US.WV": "W.Va.", "US.WI": "Wis.",
    "US.WY": "Wyo.", "US.DC": "D.C.", "CA.02": "B.C.", "CA.08": "Ont.", "CA.01": "Alta.", "CA.11": "Sask.", "CA.03": "Man.",
    "CA.10": "Que.", "CA.07": "N.S.", "CA.04": "N.B.", "CA.09": "P.E.I.", "AU.02": "NSW", "AU.04": "Qld", "AU.07": "Vic",
}
# Two letters, which only stand behind the name of a town; those of the states are their codes.
POSTAL = {"CA.02": "BC", "CA.08": "ON", "CA.01": "AB", "CA.10": "QC", "AU.08": "WA", "CA.11": "SK", "CA.03": "MB"}

ALIASES = {
    "GB.ENG": ["英格兰"], "GB.SCT": ["苏格兰"], "GB.WLS": ["威尔士"], "GB.NIR": ["北爱尔兰"],
    "US.WV": ["W. Va."], "US.DC": ["District of Columbia", "哥伦比亚特区"], "DE.08": ["Rhineland-Palatinate"], "AU.02": ["NSW"], "DE.16": ["Berlin"],
    "IN.07": ["Delhi"], "ES.56": ["Catalonia"], "ES.59": ["Basque Country"], "ES.51": ["Andalusia"], "RU.12": ["Chechnya", "车臣"],
}
DEMONYMS = {
    "GB.ENG": "English Englishman Englishmen", "GB.SCT": "Scottish Scots Scotsman", "GB.WLS": "Welsh", "US.TX": "Texan Texans",
    "US.CA": "Californian Californians", "US.HI": "Hawaiian Hawaiians", "ES.56": "Catalan Catalans", "CN.14": "Tibetan Tibetans",
    "RU.12": "Chechen Chechens", "US.AK": "Alaskan Alaskans", "US.FL": "Floridian Floridians", "US.OH": "Ohioan Ohioans",
    "US.MN": "Minnesotan Minnesotans", "US.NY": "New_Yorker New_Yorkers", "US.MI": "Michigander Michiganders",
    "US.VA": "Virginian Virginians", "US.GA": "", "US.IL": "Illinoisan Illinoisans", "US.IA": "Iowan Iowans",
    "US.KS": "Kansan Kansans", "US.KY": "Kentuckian Kentuckians", "US.MO": "Missourian Missourians", "US.NE": "Nebraskan Nebraskans",
    "US.NV": "Nevadan Nevadans", "US.OR": "Oregonian Oregonians", "US.PA": "Pennsylvanian Pennsylvanians",
    "US.TN": "Tennessean Tennesseans", "US.UT": "Utahn Utahns", "US.VT": "Vermonter Vermonters", "US.WA": "Washingtonian",
    "US.AL": "Alabaman Alabamian Alabamans", "US.AZ": "Arizonan Arizonans", "US.CO": "Coloradan Coloradans",
    "US.IN": "Hoosier Hoosiers", "US.MD": "Marylander Marylanders", "US.MT": "Montanan Montanans", "US.ID": "Idahoan Idahoans",
    "CA.10": "Quebecer Quebecers", "CA.08": "Ontarian Ontarians", "AU.04": "Queenslander Queenslanders",
    "ES.59": "Basque Basques", "DE.02": "Bavarian Bavarians",
}
# China's: Chinese name, kind, and code.
CHINA = {
    "01": ("安徽", "省", "AH"), "02": ("浙江", "省", "ZJ"), "03": ("江西", "省", "JX"), "04": ("江苏", "省", "JS"), "05": ("吉林", "省", "JL"),
    "06": ("青海", "省", "QH"), "07": ("福建", "省", "FJ"), "08": ("黑龙江", "省", "HL"), "09": ("河南", "省", "HA"), "10": ("河北", "省", "HE"),
    "11": ("湖南", "省", "HN"), "12": ("湖北", "省", "HB"), "13": ("新疆", "维吾尔自治区", "XJ"), "14": ("西藏", "自治区", "XZ"),
    "15": ("甘肃", "省", "GS"), "16": ("广西", "壮族自治区", "GX"), "18": ("贵州", "省", "GZ"), "19": ("辽宁", "省", "LN"),
    "20": ("内蒙古", "自治区", "NM"), "21": ("宁夏", "回族自治区", "NX"), "22": ("北京", "市", "BJ"), "23": ("上海", "市", "SH"),
    "24": ("山西", "省", "SX"), "25": ("山东", "省", "SD"), "26": ("陕西", "省", "SN"), "28": ("天津", "市", "TJ"), "29": ("云南", "省", "YN"),
    "30": ("广东", "省", "GD"), "31": ("海南", "省", "HI"), "32": ("四川", "省", "SC"), "33": ("重庆", "市", "CQ"),
}
# Other countries' divisions that Chinese newspapers write of.
CHINESE = {
    "US.AL": "亚拉巴马 阿拉巴马", "US.AK": "阿拉斯加", "US.AZ": "亚利桑那", "US.AR": "阿肯色", "US.CA": "加利福尼亚 加州", "US.CO": "科罗拉多",
    "US.CT": "康涅狄格", "US.DE": "特拉华", "US.FL": "佛罗里达", "US.GA": "佐治亚", "US.HI": "夏威夷", "US.ID": "爱达荷", "US.IL": "伊利诺伊",
    "US.IN": "印第安纳", "US.IA": "艾奥瓦", "US.KS": "堪萨斯", "US.KY": "肯塔基", "US.LA": "路易斯安那", "US.ME": "缅因", "US.MD": "马里兰",
    "US.MA": "马萨诸塞 麻省", "US.MI": "密歇根 密执安", "US.MN": "明尼苏达", "US.MS": "密西西比", "US.MO": "密苏里", "US.MT": "蒙大拿",
    "US.NE": "内布拉斯加", "US.NV": "内华达", "US.NH": "新罕布什尔", "US.NJ": "新泽西", "US.NM": "新墨西哥", "US.NY": "", "US.NC": "北卡罗来纳 北卡",
    "US.ND": "北达科他", "US.OH": "俄亥俄", "US.OK": "俄克拉何马", "US.OR": "俄勒冈", "US.PA": "宾夕法尼亚 宾州", "US.RI": "罗得岛",
    "US.SC": "南卡罗来纳 南卡", "US.SD": "南达科他", "US.TN": "田纳西", "US.TX": "得克萨斯 德克萨斯 得州 德州", "US.UT": "犹他", "US.VT": "佛蒙特",
    "US.VA": "弗吉尼亚", "US.WA": "华盛顿州", "US.WV": "西弗吉尼亚", "US.WI": "威斯康星", "US.WY": "怀俄明", "CA.08": "安大略", "CA.10": "魁北克",
    "CA.02": "不列颠哥伦比亚", "CA.01": "艾伯塔 阿尔伯塔", "AU.02": "新南威尔士", "AU.07": "维多利亚州", "AU.04": "昆士兰", "DE.02": "巴伐利亚",
    "DE.01": "巴登-符腾堡 巴符州", "DE.07": "北莱茵-威斯特法伦", "ES.56": "加泰罗尼亚", "JP.12": "北海道", "JP.47": "冲绳", "IN.16": "马哈拉施特拉",
}
CHINESE_CITIES = {
    ("Washington", "US"): "华盛顿", ("Georgia", "US"): "", ("New York City", "US"): "纽约 纽约市",
}
