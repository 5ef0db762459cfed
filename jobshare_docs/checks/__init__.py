"""Every required section: in the answers, in the templates, in finished documents."""
