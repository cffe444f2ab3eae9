// A kernel that reads its requests somewhere else: readFD: 0.
