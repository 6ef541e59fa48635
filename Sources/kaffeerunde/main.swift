print("Kaffeerunde")
