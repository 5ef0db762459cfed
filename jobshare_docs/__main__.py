"""`python -m jobshare_docs`: the same as the command `jobshare-docs`."""

from jobshare_docs.cli.main import main

if __name__ == "__main__":
    main()
