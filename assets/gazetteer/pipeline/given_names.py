"""Given names that newspapers of the world are full of, beside those of the US census: own work."""

GIVEN_NAMES = """
Vladimir Dmitry Dmitri Sergei Sergey Ivan Igor Boris Mikhail Alexei Nikolai Viktor Yuri Oleg Pavel Volodymyr Petro Yulia Mohammed Mohamed Muhammad
Mahmoud Ahmed Ahmad Ali Hassan Hussein Abdullah Abdul Omar Yusuf Yousef Ibrahim Mustafa Khalid Khaled Saeed Fatima Aisha
Recep Mehmet Narendra Rahul Sanjay Rajiv Sonia Indira Manmohan Arun Amit Vijay Anil Xi Shinzo Hiroshi Kenji Yoko Junichiro
Emmanuel Francois Jean Pierre Nicolas Jacques Michel Marine Angela Gerhard Helmut Wolfgang Jurgen Silvio Matteo Giuseppe
Giovanni Paolo Jose Luis Carlos Juan Miguel Pablo Fidel Raul Hugo Pedro Diego Jorge Javier Alejandro Fernando Nelson Kofi
Desmond Winnie Thabo Cyril Jacob Imran Benazir Pervez Nawaz Aung Bashar Moammar Muammar Hosni Ariel Ehud Benjamin
Binyamin Shimon Yasser Nouri Hamid Ashraf Ayman Osama Kim Jong Moon Park Ban Lee Tsai Kanye Tiger LeBron Serena Venus
Theresa Gordon Jeremy Nigel Tony Hillary Barack Donald Joe Kamala Justin Stephen Gavin Gareth Graham Nicola Alistair
Rhys Ewan Fiona Siobhan Sean Seamus Declan Lars Bjorn Sven Anders Olaf Ingrid Jan Piet Willem Geert Mark Andrzej
Lech Jaroslaw Vaclav Milos Ferenc Slobodan Novak Ratko Radovan Enver Alexis Kyriakos Yanis Konstantinos
Paris Chelsea Brooklyn Dakota Savannah Austin Dallas Houston Jackson Lincoln Madison Carson Kingston Orlando Florence
Charlotte Sydney Victoria Virginia Georgia Carolina Israel Jordan Chad
"""
