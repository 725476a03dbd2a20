# log_to_stderr shows what the package does.
import logging
import multiprocessing as mp


def work():
    mp.get_logger().warning("from the child")


if __name__ == "__main__":
    logger = mp.log_to_stderr()
    print(logger is mp.get_logger(), logger.name, logger.level)
    logger.setLevel(logging.INFO)
    p = mp.Process(target=work, name="Worker")
    p.start()
    p.join()
    logger.info("joined")
