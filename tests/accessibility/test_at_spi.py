def test_look(listener):
    listener.ask("take_focus", 0, "Vindplaats")
    listener.ask("press", "Shift_L+Right")
    print(listener.ask("facts", 0))
    print(listener.ask("attributes", 0, 100))
    print(listener.ask("at", 0, 100))
    print(listener.words_of_program())
